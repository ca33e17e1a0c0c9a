"""The compile modes that a project has already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector.share_paths.link import Parsed
from inspector.share_paths.parsing import parse
from inspector.share_paths.project.project import CONFIG, PRIVATE_CONFIG, Project
from inspector.share_paths.project.text import MOST_BYTES
from inspector.share_paths.rendering import render

UTF_8: Final = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Mode:
    """One compile mode."""

    name: str
    """What DevTools shows."""
    parsed: Parsed
    """Its path, scene and name."""

    @property
    def query(self) -> str:
        """Its parameters as they are written behind the page."""
        return render(self.parsed.share_path, "timeline").text

    @property
    def path(self) -> str:
        """Its page and parameters as they are written."""
        return "?".join(filter(None, (self.parsed.share_path.page, self.query)))


def modes_of(project: Project) -> tuple[Mode, ...]:
    """Return the compile modes that DevTools shows: the private ones, else the shared ones.

    Those of uni-app stand beside its pages. A file that cannot be read has none.
    """
    files = [project.folder / PRIVATE_CONFIG, project.folder / CONFIG]
    for file in [*files, *([project.manifest] if project.manifest else [])]:
        try:
            text = file.read_bytes()[:MOST_BYTES].decode(UTF_8)
        except (OSError, UnicodeDecodeError):
            continue
        found = parse(text) if "condition" in text else None
        if found is not None and found.target == "compile_mode":
            modes = list(map(_mode, found.others))
            modes.insert(_number(found) - 1, _mode(found))
            return tuple(modes)
    return ()


def _number(parsed: Parsed) -> int:
    """Return the place of the current mode in its list, counted from 1."""
    told = (f.parameters["number"] for f in parsed.findings if f.code == "several_paths")
    number = next(told, 1)
    return number if isinstance(number, int) else 1


def _mode(parsed: Parsed) -> Mode:
    return Mode(parsed.options.title or parsed.share_path.page, parsed)

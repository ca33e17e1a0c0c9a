"""A share path that people gave a name, with the form in which they used it; as JSON, too."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from inspector.share_paths.link import Options
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.target import Target, UnknownTarget, find_target

OPTIONS: Final = {
    "app_id": "app_id",
    "env": "env_version",
    "base_url": "base_url",
    "scene": "scene",
    "title": "title",
}
"""Field of `Options` -> the member of an entry that holds it, as `path parse` names it."""


class LibraryError(ValueError):
    """The text is no library of share paths."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """English, one sentence; a gettext msgid."""


@dataclass(frozen=True, slots=True)
class NamedPath:
    """A share path, what people call it, and the form in which it was used."""

    name: str
    share_path: SharePath
    target: str | None = None
    """Name of the target; None where nobody said, as in files of older versions."""
    options: Options = Options()
    """App id, version, address, scene and title that belong to it."""

    @property
    def known_target(self) -> Target | None:
        """The target; None where none was kept, or one of a newer version."""
        with suppress(UnknownTarget):
            return find_target(self.target) if self.target else None
        return None


def written_entry(entry: NamedPath) -> dict[str, Any]:
    """Return the entry as JSON values, without what nobody said."""
    parameters = [
        {"name": parameter.name, "value": parameter.value, "enabled": parameter.enabled}
        for parameter in entry.share_path.parameters
    ]
    said = {member: getattr(entry.options, field) for field, member in OPTIONS.items()}
    beside = {"target": entry.target, **said}
    return {
        "name": entry.name,
        "page": entry.share_path.page,
        "parameters": parameters,
        **{member: value for member, value in beside.items() if value is not None},
    }


def read_entry(path: Any) -> NamedPath:
    """Read one entry strictly: half a library is worse than a clear refusal.

    Raises:
        LibraryError: It is no entry.
    """
    try:
        name, page = path["name"], path["page"]
        parameters = [
            Parameter(item["name"], item.get("value", ""), item.get("enabled", True))
            for item in path.get("parameters", ())
        ]
        said = {field: path.get(member) for field, member in OPTIONS.items()}
        target = path.get("target")
    except (TypeError, KeyError, AttributeError) as error:
        raise LibraryError(STRANGE_ENTRY) from error
    scene = said["scene"]
    texts = [name, page, *(text for p in parameters for text in (p.name, p.value))]
    texts += [v for f, v in (("target", target), *said.items()) if v is not None and f != "scene"]
    switches = [parameter.enabled for parameter in parameters]
    if not all(isinstance(t, str) for t in texts) or not all(isinstance(s, bool) for s in switches):
        raise LibraryError(STRANGE_ENTRY)
    if scene is not None and type(scene) is not int:
        raise LibraryError(STRANGE_ENTRY)
    return NamedPath(name, SharePath(page, parameters), target, Options(**said))


STRANGE_ENTRY: Final = "One of its entries is not a named share path."

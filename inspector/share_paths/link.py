"""The link: a share path rendered for one target, with what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

from inspector.findings import Finding, cause_of
from inspector.share_paths.share_path import SharePath

NO_SCENE: Final = 0
"""The scene of a compile mode that has none: `"scene": null`, which DevTools itself writes."""
SHARE_CARD: Final = 1044
"""The scene of a message card with a shareTicket: what a compile mode gets unless told."""
RELEASE: Final = "release"

VERSIONS: Final = {"release": "Release", "trial": "Trial", "develop": "Development"}
"""Versions of a mini program and their titles; gettext msgids."""


def version_title(version: str) -> str:
    """Return the title of a version, a gettext msgid; one that is not known as it is."""
    return VERSIONS.get(version, version)


@dataclass(frozen=True, slots=True)
class Options:
    """What a target may need beside the share path; None is what nobody has said."""

    app_id: str | None = None
    env: str | None = None
    """`release`, `trial` or `develop`; None is the released version."""
    base_url: str | None = None
    """The https address of an ordinary-link rule."""
    scene: int | None = None
    """Scene value of a DevTools compile mode or a preview; `NO_SCENE` writes none."""
    title: str | None = None
    """Title of a card or Short Link, or name of a compile mode; None takes the page."""
    project: str | None = None
    """Folder of the mini program, for the preview commands; None is the current one."""
    like: str | None = None
    """Target as which the path is to arrive; None takes the path as it is."""

    @property
    def version(self) -> str:
        """The version that opens."""
        return self.env or RELEASE

    @property
    def chosen_scene(self) -> int:
        """The scene value of a compile mode or preview; `NO_SCENE` for none."""
        return SHARE_CARD if self.scene is None else self.scene

    @property
    def scene_number(self) -> int | None:
        """The scene value to write; None for `null`."""
        return None if self.chosen_scene == NO_SCENE else self.scene or SHARE_CARD

    def onto(self, others: Options) -> Options:
        """Return other options with what is said here put over them."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(others, **{name: value for name, value in said.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Link:
    """One form of a share path, ready to use."""

    target: str
    """Name of the target, such as `plain_scheme`."""
    text: str
    """The text to copy or to send; for platform-issued targets the JSON request body."""
    opens: str
    """English sentence saying what using it does and for whom; a gettext msgid."""
    findings: tuple[Finding, ...] = ()
    scannable: bool = True
    """False when a QR code of the text would open nothing (a bare path, a request body)."""
    used: int = 0
    """Characters of the part that the platform limits, such as the scene of a code."""
    limit: int = 0
    """Greatest number of them; 0 when nothing limits it."""

    @property
    def cause(self) -> str | None:
        """The code of the first error finding; None when all is well."""
        return cause_of(self.findings)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What taking a text back gave."""

    share_path: SharePath
    target: str | None
    """Name of the target whose form it is; None when no target's form was recognised."""
    options: Options = Options()
    """What the text says beside the path."""
    findings: tuple[Finding, ...] = ()
    others: tuple[Parsed, ...] = ()
    """The further paths of the text, in its order."""
    current: bool = False
    """True for the compile mode that its list names as the current one."""

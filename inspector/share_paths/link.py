"""The link: a share path rendered for one target, with what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.findings import Finding, cause_of
from inspector.share_paths.share_path import SharePath


@dataclass(frozen=True, slots=True)
class Options:
    """What a target may need beside the share path."""

    app_id: str | None = None
    env: str = "release"
    """`release`, `trial` or `develop`."""
    base_url: str | None = None
    """The https address of an ordinary-link rule."""
    scene: int = 1044
    """Scene value of a DevTools compile mode or a preview."""
    title: str | None = None
    """Page title of a Short Link; None takes the page itself."""
    project: str | None = None
    """Folder of the mini program, for the preview commands; None is the current one."""


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
    findings: tuple[Finding, ...] = ()

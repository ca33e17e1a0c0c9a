"""What the window knows of the share path: path, target, options, link and code."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject, Signal

from inspector.share_paths import (
    Link,
    Options,
    Parameter,
    Parsed,
    SharePath,
    find_target,
    parse,
    render,
)
from inspector.window.state.settings import Key, Settings
from inspector.window.state.tickets_in_paths import may_be_remembered
from inspector.window.state.undo import Change, Step, UndoStack
from inspector.window.worker import LatestCall

if TYPE_CHECKING:
    from inspector import qr
    from inspector.share_paths.project import Project

ErrorCorrection = Literal["auto", "L", "M", "Q", "H"]
LEVELS: Final[tuple[ErrorCorrection, ...]] = ("auto", "L", "M", "Q", "H")
REPLACING: Final = (Step.CLEAR_PATH, Step.SAVED_PATH)
"""Steps after which nothing of the path before is left."""
Code: TypeAlias = "qr.QrCode | qr.QrError"
"""A drawn code, or why there is none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything about the path that undo brings back."""

    share_path: SharePath = SharePath("")
    target: str = "share_message"
    options: Options = Options()

    @property
    def blank(self) -> bool:
        """True while there is nothing to render; an ordinary link may have its address only."""
        path, elsewhere = self.share_path, find_target(self.target).page == "elsewhere"
        begun = path.page or path.parameters or (elsewhere and self.options.base_url)
        return not begun


class PathState(QObject):
    """Owns the draft of a share path; link and code follow from it.

    Signals:
        draft_changed: the new `Draft`.
        link_changed: the `Link` rendered from it.
        code_changed: the `QrCode` of the link's text, the `qr.QrError` that says why there is
            none, or None where scanning would open nothing, or nothing yet.
        project_changed: the opened `Project`, or None.
        left: a `Draft` made by hand that gives way to another path, or to the end.
        found: the `Parsed` of all paths of a text that was taken, the one taken first.
        used: a path came from a text pasted elsewhere, and wants to be seen.
    """

    draft_changed = Signal(object)
    link_changed = Signal(object)
    code_changed = Signal(object)
    project_changed = Signal(object)
    left = Signal(object)
    found = Signal(object)
    used = Signal()

    def __init__(self, settings: Settings, undo: UndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._undo = undo
        self._draft = Draft(
            share_path=_remembered(settings.text(Key.SHARE_PATH)),
            target=settings.text(Key.TARGET, "share_message"),
            options=Options(
                settings.text(Key.APP_ID) or None,
                settings.text(Key.ENV) or None,
                settings.text(Key.BASE_URL) or None,
            ),
        )
        self._by_hand = bool(self._draft.share_path.page)
        self._project: Project | None = None
        self._pages: tuple[str, ...] | None = None
        stored = settings.text(Key.ERROR_CORRECTION)
        self._level = next((level for level in LEVELS if level == stored), LEVELS[0])
        self._link = self._render()
        self._code: Code | None = None
        self._encoding = LatestCall(_encode, self, delay_ms=40)
        self._encoding.finished.connect(self._take_code)
        self._reopening = LatestCall(_open_quietly, self)
        self._reopening.finished.connect(self._take_reopened)
        self._encode()

    @property
    def draft(self) -> Draft:
        """What is shown now."""
        return self._draft

    @property
    def link(self) -> Link:
        """The draft rendered for its target."""
        return self._link

    @property
    def code(self) -> Code | None:
        """The latest code."""
        return self._code

    @property
    def pages(self) -> tuple[str, ...] | None:
        """The pages of the opened project; None without one."""
        return self._pages

    @property
    def tab_bar(self) -> tuple[str, ...]:
        """Those of them that stand in its tab bar."""
        return self._project.tab_bar if self._project else ()

    @property
    def level(self) -> ErrorCorrection:
        """Error correction of the code."""
        return self._level

    def set_share_path(
        self, share_path: SharePath, step: Step, merge_key: str | None = None
    ) -> None:
        """Change the path; `step` names it in the Edit menu."""
        if step in REPLACING:
            self._leave()
        self._by_hand = True
        self._edit(replace(self._draft, share_path=share_path), step, merge_key)

    def set_draft(self, draft: Draft, step: Step) -> None:
        """Change path, form and options at once, as one step."""
        self._leave()
        self._by_hand = True
        self._edit(draft, step)

    def set_target(self, target: str) -> None:
        """Choose the form in which the path is used."""
        self._settings.set(Key.TARGET, target)
        options = replace(self._draft.options, like=None)
        draft = replace(self._draft, target=target, options=options)
        self._edit(draft, Step.CHOOSE_TARGET, "target")

    def test_as_used(self, target: str) -> None:
        """Choose a form that opens as the one shown now would: parameters, scene value and all."""
        draft = self._draft
        options = replace(draft.options, like=draft.options.like or draft.target)
        self._edit(Draft(draft.share_path, target, options), Step.CHOOSE_TARGET)
        self.used.emit()

    def set_options(self, options: Options) -> None:
        """Change app id, version or base address; what is typed here is remembered.

        What came with a pasted link is not, nor a name and password within an address.
        """
        before = self._draft.options
        if options.app_id != before.app_id:
            self._settings.set(Key.APP_ID, options.app_id or "")
        if options.env != before.env:
            self._settings.set(Key.ENV, options.env or "")
        if options.base_url != before.base_url:
            self._settings.set(Key.BASE_URL, without_user(options.base_url or ""))
        self._edit(replace(self._draft, options=options), Step.CHANGE_OPTION, "options")

    def remember(self) -> None:
        """Keep a path that was made by hand for the next start; a pasted one may hold secrets."""
        self._leave()
        path = self._draft.share_path
        path = path if self._by_hand and may_be_remembered(path) else SharePath("")
        rows = [[p.name, p.value, p.enabled] for p in path.parameters]
        text = json.dumps({"page": path.page, "parameters": rows}) if path.page or rows else ""
        self._settings.set(Key.SHARE_PATH, text)

    def _leave(self) -> None:
        """Tell of a path that was made by hand before it gives way; of no ticket ever."""
        path = self._draft.share_path
        if self._by_hand and path.page and may_be_remembered(path):
            self.left.emit(self._draft)

    def set_level(self, level: ErrorCorrection) -> None:
        """Choose the error correction; it is remembered."""
        self._settings.set(Key.ERROR_CORRECTION, level)
        self._level = level
        self._encode()

    def set_pages(self, pages: Sequence[str] | None) -> None:
        """Take the pages of an opened project, for completion and checks."""
        self._pages = None if pages is None else tuple(pages)
        self.refresh()

    @property
    def project(self) -> Project | None:
        """The opened mini-program project; None without one."""
        return self._project

    def set_project(self, project: Project | None) -> None:
        """Take an opened project: its pages, and its app id where it has one."""
        before, self._project = self._project, project
        self._settings.set(Key.PROJECT, str(project.folder) if project else "")
        if project is not None:
            options = self._draft.options
            if before is not None and options.app_id == before.app_id:
                options = replace(options, app_id=None)
            of_project = Options(app_id=project.app_id, project=str(project.folder))
            self.set_options(of_project.onto(options))
        self.set_pages(project.pages if project else None)
        self.project_changed.emit(project)

    def reopen_project(self) -> None:
        """Open the project of the last time again, where it still is; what was typed stays."""
        folder = self._settings.text(Key.PROJECT)
        if folder:
            self._reopening.start(Path(folder))

    def _take_reopened(self, project: Project | None) -> None:
        if project is not None and self._project is None:
            self._project = project
            options = replace(self._draft.options, project=str(project.folder))
            self._draft = replace(self._draft, options=options)
            self.draft_changed.emit(self._draft)
            self.set_pages(project.pages)
            self.project_changed.emit(project)

    def take_text(self, text: str) -> Parsed:
        """Fill the builder from any form of a share path; returns what was understood.

        The target follows the form, unless it is a mere path, which every target may begin with.
        The page stays where the form carries none, as in Moments or an ordinary link.
        """
        parsed = parse(text)
        self.take_parsed(parsed)
        self.found.emit((parsed, *parsed.others))
        return parsed

    def take_parsed(self, parsed: Parsed) -> None:
        """Fill the builder with one of the paths of a text."""
        share_path = parsed.share_path
        if not share_path.page:
            share_path = SharePath(self._draft.share_path.page, share_path.parameters)
        if parsed.share_path.page or parsed.share_path.parameters:
            mere_path = parsed.target in (None, "share_message", "navigate")
            options = parsed.options.onto(replace(self._draft.options, title=None, like=None))
            target = self._draft.target if mere_path else parsed.target or ""
            self._leave()
            self._by_hand = False
            self._edit(Draft(share_path, target, options), Step.TAKE_PATH)

    def use_text(self, text: str) -> None:
        """Take a path that was pasted elsewhere in the window, and have it shown."""
        self.take_text(text)
        self.used.emit()

    def refresh(self) -> None:
        """Render link and code anew."""
        self._link = self._render()
        self.link_changed.emit(self._link)
        self._encode()

    def _edit(self, draft: Draft, step: Step, merge_key: str | None = None) -> None:
        if draft != self._draft:
            self._undo.push(Change(step, self._apply, self._draft, draft, merge_key))

    def _apply(self, draft: Draft) -> None:
        self._draft = draft
        self.draft_changed.emit(draft)
        self.refresh()

    def _render(self) -> Link:
        draft = self._draft
        known, tab_bar = self._pages, self.tab_bar
        return render(draft.share_path, draft.target, draft.options, pages=known, tab_bar=tab_bar)

    def _encode(self) -> None:
        opens = self._link.scannable and self._link.cause is None
        if self._link.text and opens and not self._draft.blank:
            self._encoding.start(self._link.text, self._level)
        else:
            self._encoding.cancel()
            self._take_code(None)

    def _take_code(self, code: Code | None) -> None:
        self._code = code
        self.code_changed.emit(code)


def _encode(text: str, level: ErrorCorrection, cancelled: Callable[[], bool]) -> Code:
    from inspector import qr

    del cancelled
    try:
        return qr.encode(text, level)
    except qr.QrError as problem:
        return problem


def _open_quietly(folder: Path, cancelled: Callable[[], bool]) -> Project | None:
    """Return the project in a folder; None where there is none any more."""
    from inspector.share_paths.project import ProjectError, open_project

    del cancelled
    with suppress(OSError, ProjectError):
        return open_project(folder)
    return None


def _remembered(text: str) -> SharePath:
    """Return the path that was kept; none where nothing was, or not by us."""
    with suppress(ValueError, KeyError, TypeError):
        kept = json.loads(text)
        rows = [Parameter(str(n), str(v), enabled=bool(on)) for n, v, on in kept["parameters"]]
        return SharePath(str(kept["page"]), tuple(rows))
    return SharePath("")


def without_user(address: str) -> str:
    """Return an address without name and password."""
    with suppress(ValueError):
        parts = urlsplit(address)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return ""

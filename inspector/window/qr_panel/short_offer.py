"""Offers shorter forms of a scene that is too long for an unlimited code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.share_paths import SharePath, find_target
from inspector.window.context import Context
from inspector.window.state.undo import Step
from inspector.window.widgets.notice import Notice

if TYPE_CHECKING:
    from inspector.share_paths.short_scene import ShortScene


class ShortOffer(QObject):
    """A strip with the form that loses least and a button that takes it, undoably."""

    def __init__(self, context: Context, panel: QWidget) -> None:
        super().__init__(panel)
        self._context = context
        self._path = context.state.path
        self._best: ShortScene | None = None
        self.notice = Notice(context.theme, parent=panel)
        """The strip."""
        self.notice.setObjectName("shortOffer")
        self.notice.acted.connect(self._on_acted)
        self._path.link_changed.connect(self._consider)
        self._consider()

    def _consider(self) -> None:
        draft = self._path.draft
        raw = find_target(draft.target).raw and not draft.blank
        self._best = _least_loss(draft.share_path) if raw else None
        if self._best is None:
            self.notice.show_text("")
        else:
            take = self._context.messages.gettext("Use")
            self.notice.show_text(self._sentence(self._best), "info", take)

    def _sentence(self, form: ShortScene) -> str:
        _ = self._context.messages.gettext
        parts = []
        if form.renamed:
            pairs = ", ".join(f"{old} → {new}" for old, new in form.renamed)
            parts.append(_("rename {names}").format(names=pairs))
        if form.dropped:
            parts.append(_("switch off {names}").format(names=", ".join(form.dropped)))
        sentence = _("A shorter form fits ({length} characters): {changes}.")
        return sentence.format(length=len(form.scene), changes=_("; ").join(parts))

    def _on_acted(self) -> None:
        if self._best is not None:
            self._path.set_share_path(self._best.share_path, Step.SHORT_FORM)


def _least_loss(path: SharePath) -> ShortScene | None:
    """Return the short form that loses least; None where the path fits as it is."""
    from inspector.share_paths.short_scene import short_scenes

    return next(iter(short_scenes(path)), None)

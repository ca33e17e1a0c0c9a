"""The options that the chosen target takes, and only these."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.share_paths import Link, find_target
from inspector.share_paths.link import VERSIONS
from inspector.window.context import Context
from inspector.window.state.path_state import Draft
from inspector.window.widgets.flash import Flash
from inspector.window.widgets.shared_undo import SharedUndo
from inspector.window.widgets.text import label, set_tone

TEXTS: Final = {
    "app_id": "AppID",
    "base_url": "Address of the rule, https://…",
    "title": "Title of the card",
    "project": "Folder of the project",
}
"""Text options and what stands in them while they are empty; gettext msgids."""
FIELDS: Final = {"app_id": "appid", "base_url": "base_url"}
"""Options that findings can be about, with the field that these name."""
LENGTH_OF_APP_ID, EDGE = 18, 10


class TargetOptions(QWidget):
    """A form whose rows come and go with the target; what is typed is remembered."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = context.state.path
        self._context = context
        self._setting = False
        self._taken: set[str] = set()
        self._texts = {name: self._text_edit(name) for name in TEXTS}
        self.app_id = self._texts["app_id"]
        """The AppID, which may stand elsewhere for a while."""
        id_width = QFontMetrics(context.theme.data_font()).horizontalAdvance("w" * LENGTH_OF_APP_ID)
        self.app_id.setMinimumWidth(id_width + 2 * context.theme.px(EDGE))
        self._reasons = {name: self._reason(name) for name in FIELDS}
        self._env = self._env_chooser()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        self._row = QHBoxLayout()
        column.addLayout(self._row)  # empty: PySide6 6.11 would keep its items, and one goes later
        self._row.setSpacing(context.theme.px(8))
        self._row.addWidget(self.app_id, 3)
        self._row.addWidget(self._env, 2)
        column.addWidget(self._reasons["app_id"])
        self._scene = QPushButton()
        self._scene.setObjectName("sceneOption")
        self._scene.clicked.connect(self._choose_scene)
        self._scene_words = label("", "note", wrap=True)
        column.addLayout(self._scene_row())
        column.addWidget(self._texts["base_url"])
        column.addWidget(self._reasons["base_url"])
        column.addWidget(self._texts["title"])
        column.addWidget(self._texts["project"])
        self._path.draft_changed.connect(self._show)
        self._path.link_changed.connect(self._mark_missing)
        self._show(self._path.draft)
        self._mark_missing(self._path.link)

    def take_app_id(self) -> None:
        """Take the AppID back into its row."""
        if self._row.indexOf(self.app_id) < 0:
            self._row.insertWidget(0, self.app_id, 3)
            self.app_id.setVisible("app_id" in self._taken)  # Qt hides what gets another parent
            self._show_rows()

    def lend_app_id(self, row: QHBoxLayout) -> None:
        """Let the AppID stand at the end of another row."""
        if row.indexOf(self.app_id) < 0:
            row.addWidget(self.app_id)
            self.app_id.show()
            self._show_rows()

    def _text_edit(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(f"{name}Option")
        title = self._context.messages.gettext(TEXTS[name])
        edit.setAccessibleName(title)
        edit.setToolTip(title)
        edit.setPlaceholderText(title)
        edit.setProperty("role", "data")
        SharedUndo(edit, self._context.state.undo)
        edit.textChanged.connect(self._on_edited)
        return edit

    def _reason(self, name: str) -> QLabel:
        reason = label("", "note", wrap=True)
        reason.setObjectName(f"{name}Reason")
        set_tone(reason, "err")
        return reason

    def _env_chooser(self) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName("envOption")
        title = self._context.messages.gettext("Version that opens")
        chooser.setAccessibleName(title)
        chooser.view().setAccessibleName(title)
        chooser.setToolTip(title)
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        chooser.setMinimumContentsLength(4)
        for env, title in VERSIONS.items():
            chooser.addItem(self._context.messages.gettext(title), env)
        chooser.currentIndexChanged.connect(self._on_edited)
        chooser.currentIndexChanged.connect(Flash(chooser, self._context.state.undo).changed)
        return chooser

    def _choose_scene(self) -> None:
        from inspector.window.dialogs.scene_dialog import SceneDialog

        SceneDialog(self._context, self.window()).open()

    def _on_edited(self) -> None:
        if self._setting:
            return
        old = self._path.draft.options
        texts = {name: edit.text().strip() or None for name, edit in self._texts.items()}
        options = replace(
            old,
            app_id=texts["app_id"],
            base_url=texts["base_url"],
            title=texts["title"],
            project=texts["project"],
            env=str(self._env.currentData()),
        )
        if options != old:
            self._path.set_options(options)

    def _mark_missing(self, link: Link) -> None:
        """Say below a field what is wrong with it; an error about it colours its border."""
        findings = {} if self._path.draft.blank else {f.field: f for f in link.findings}
        for name, field in FIELDS.items():
            finding = findings.get(field)
            words = self._context.messages.finding(finding).text if finding else ""
            self._reasons[name].setText(words)
            self._texts[name].setAccessibleDescription(words)
            set_tone(self._texts[name], "err" if finding else "plain")
            self._show_reason(name)

    def _show_reason(self, name: str) -> None:
        """A reason stands only below a field that stands there itself."""
        reason = self._reasons[name]
        reason.setVisible(bool(reason.text()) and not self._texts[name].isHidden())
        self._show_rows()

    def _show(self, draft: Draft) -> None:
        """Show the rows of the target, and other values, but leave equal text alone."""
        target = find_target(draft.target)
        taken = {*target.needs, *target.uses}
        self._setting = True
        for name, edit in self._texts.items():
            value = getattr(draft.options, name) or ""
            if edit.text().strip() != value:
                edit.setText(value)
                edit.setCursorPosition(0)
            edit.setVisible(name in taken)
            if name in self._reasons:
                self._show_reason(name)
        self._env.setCurrentIndex(self._env.findData(draft.options.version))
        self._setting = False
        self._env.setVisible("env" in taken)
        self._show_scene(draft.options.chosen_scene, "scene" in taken)
        self._taken = taken & {"env", "scene", *TEXTS}
        self._show_rows()

    def _show_rows(self) -> None:
        """Take no room while nothing stands here."""
        lent = {"app_id"} if self._row.indexOf(self.app_id) < 0 else set()
        reasons = any(not reason.isHidden() for reason in self._reasons.values())
        self.setVisible(reasons or bool(self._taken - lent))

    def _scene_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._context.theme.px(8))
        row.addWidget(self._scene)
        row.addWidget(self._scene_words, 1)
        return row

    def _show_scene(self, number: int, taken: bool) -> None:
        """Show the scene's number on its button, and beside it what it means."""
        for part in (self._scene, self._scene_words):
            part.setVisible(taken)
        if not taken:
            return
        from inspector.share_paths.scenes import scene

        words = self._context.messages
        self._scene.setText(f"{words.gettext('Scene')} {number}")
        self._scene_words.setText(scene(number).text(words.language))
        self._scene.setAccessibleDescription(self._scene_words.text())

"""Adds the path to the opened project as a compile mode of DevTools."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from inspector.share_paths import render
from inspector.share_paths.devtools import FILE_NAME, ConfigError, add_compile_mode
from inspector.share_paths.project import Project
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.scene_chooser import SceneChooser
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label
from inspector.window.write_faults import could_not_save


class CompileModeDialog(Dialog):
    """Name and scene; everything else in the file stays as it is."""

    def __init__(self, project: Project, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Add a compile mode"), context, parent)
        self.setObjectName("compileModeDialog")
        self._project = project
        self._draft = context.state.path.draft
        self.name = QLineEdit(self._draft.share_path.page)
        """What DevTools shows."""
        self.name.setObjectName("compileModeName")
        self.name.setAccessibleName(_("Name of the compile mode"))
        self.scenes = SceneChooser(context, self._draft.options.chosen_scene)
        """How the mini program is opened."""
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setProperty("role", "data")
        self._preview.setAccessibleName(_("The compile mode as it is written"))
        self._preview.setTabChangesFocus(True)
        self._preview.setFixedHeight(context.theme.px(130))
        self.outcome = Notice(context.theme)
        """What came of it."""
        self._lay_out()
        self.scenes.chosen.connect(self._show_preview)
        self.name.textChanged.connect(self._show_preview)
        self._show_preview()
        self.size_to(480, 520)

    def _lay_out(self) -> None:
        _ = self.context.messages.gettext
        place = self._project.folder / FILE_NAME
        self.body.addWidget(label(str(place), "data", wrap=True, select=True))
        self.body.addWidget(self.name)
        self.body.addWidget(label(_("Scene"), "heading"))
        self.body.addWidget(self.scenes, 1)
        self.note(_("The simulated group is chosen in DevTools; only it can issue one."))
        self.body.addWidget(self._preview)
        self.body.addWidget(self.outcome)
        self.buttons.addStretch(1)
        self.close_button()
        add = self.button(_("Add"), primary=True)
        add.setObjectName("addCompileMode")
        add.clicked.connect(self._add)

    def _show_preview(self) -> None:
        options = replace(self._draft.options, scene=self.scenes.number)
        self._preview.setPlainText(render(self._draft.share_path, "compile_mode", options).text)

    def _add(self) -> None:
        _ = self.context.messages.gettext
        options = replace(self._draft.options, scene=self.scenes.number)
        try:
            added = add_compile_mode(
                self._project.folder,
                self._draft.share_path,
                options,
                name=self.name.text().strip() or None,
                section=self._project.section,
            )
        except ConfigError as error:
            self.outcome.show_text(f"{error.file.name}: {_(error.reason)}", "err")
        except OSError as error:
            file = self._project.folder / FILE_NAME
            self.outcome.show_text(could_not_save(self.context.messages, file, error), "err")
        else:
            added_text = _("Added. DevTools shows it in its list of compile modes.")
            same_text = _("The very same compile mode was there already; nothing was changed.")
            self.outcome.show_text(added_text if added else same_text, "ok" if added else "info")

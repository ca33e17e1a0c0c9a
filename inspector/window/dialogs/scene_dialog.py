"""Chooses the scene value of a compile mode or a preview; the choice counts at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.scene_chooser import SceneChooser


class SceneDialog(Dialog):
    """The whole scene table with search."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Scene"), context, parent)
        self.setObjectName("sceneDialog")
        self._path = context.state.path
        self.scenes = SceneChooser(context, self._path.draft.options.chosen_scene)
        """Search line and list."""
        self.scenes.chosen.connect(self._on_chosen)
        self.body.addWidget(self.scenes, 1)
        self.buttons.addStretch(1)
        self.close_button()
        self.size_to(460, 420)

    def _on_chosen(self, number: int) -> None:
        self._path.set_options(replace(self._path.draft.options, scene=number))

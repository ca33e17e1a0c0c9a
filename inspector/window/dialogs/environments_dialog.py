"""The environments: save the current one under a name, use or remove one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from inspector.share_paths.link import version_title
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.state.environments import Environment


class EnvironmentsDialog(Dialog):
    """Lists what was saved; each row says what it stands for."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Environments"), context, parent)
        self.setObjectName("environmentsDialog")
        self._environments = context.state.environments
        self.name = QLineEdit()
        """Name for the app id, version and address that the form holds now."""
        self.name.setObjectName("environmentName")
        self.name.setAccessibleName(_("Name of the environment"))
        self.name.setPlaceholderText(_("Name, such as staging"))
        self.list = QListWidget()
        """The environments, the current one chosen."""
        self.list.setObjectName("environmentList")
        self.list.setAccessibleName(_("Environments"))
        self._lay_out()
        self._show()
        self._offer()
        self.size_to(460, 320)

    def _lay_out(self) -> None:
        _ = self.context.messages.gettext
        self.note(_("An environment is an AppID, a version and an address. One key switches them."))
        save = self.button(_("Save"))
        save.setObjectName("saveEnvironment")
        self.buttons.removeWidget(save)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(save)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        remove = self.button(_("Remove"))
        remove.setObjectName("removeEnvironment")
        self.buttons.addStretch(1)
        self.close_button()
        use = self.button(_("Use"), primary=True)
        use.setObjectName("useEnvironment")
        save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        remove.clicked.connect(self._remove)
        use.clicked.connect(self._use)
        self.list.itemDoubleClicked.connect(self._use)
        self._save_button, self._for_chosen = save, (remove, use)
        self.name.textChanged.connect(self._offer)
        self.list.currentItemChanged.connect(self._offer)

    def _offer(self, *_: object) -> None:
        """Offer to save under a name, and to use or remove what is chosen."""
        self._save_button.setEnabled(bool(self.name.text().strip()))
        for button in self._for_chosen:
            button.setEnabled(self._chosen() is not None)

    def _show(self) -> None:
        current = self._environments.current
        self.list.clear()
        for environment in self._environments.all:
            item = QListWidgetItem(self._described(environment), self.list)
            item.setData(Qt.ItemDataRole.UserRole, environment)
            if environment == current:
                self.list.setCurrentItem(item)

    def _described(self, environment: Environment) -> str:
        """Return what an environment stands for, its version as the form itself calls it."""
        env = environment.env
        version = env and self.context.messages.gettext(version_title(env))
        values = (environment.name, environment.app_id, version, environment.base_url)
        return visible(" · ".join(value for value in values if value))

    def _chosen(self) -> Environment | None:
        item = self.list.currentItem()
        chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return chosen if isinstance(chosen, Environment) else None

    def _save(self) -> None:
        name = self.name.text().strip()
        if name:
            self._environments.save(name)
            self.name.clear()
            self._show()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._environments.remove(chosen.name)
            self._show()

    def _use(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._environments.use(chosen)
            self.close()

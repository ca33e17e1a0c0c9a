"""The left side of the test-ticket window: what the ticket should be."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDateTime, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.exact_json.parsing import NotJson, parse, write
from inspector.tickets.damage import DAMAGES
from inspector.tickets.minting import MintSpec, mintable_kinds
from inspector.tickets.payload.kinds import title
from inspector.window.context import Context
from inspector.window.dialogs.damage_words import WORDS
from inspector.window.widgets.text import label, set_in

MOST: int = 100_000


class MintChoices(QWidget):
    """Kind, app id, time, seed, damage, count, and the payload itself.

    Signals:
        changed: something else is asked for.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = context.messages
        self._drawn = True
        self._make_fields()
        self._make_payload()
        self._lay_out(context)

    def _make_fields(self) -> None:
        _ = self._messages.gettext
        self.kind = QComboBox()
        """Which call the ticket comes from."""
        for kind in mintable_kinds():
            self.kind.addItem(_(title(kind)), kind)
        self.app_id = QLineEdit()
        """The mini program; empty draws one."""
        self.app_id.setPlaceholderText(_("random"))
        self.app_id.setProperty("role", "data")
        self.own_time = QCheckBox(_("At"))
        self.time = QDateTimeEdit(QDateTime.currentDateTime())
        """When the data was fetched, if it is not now."""
        self.time.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self.time.setEnabled(False)
        self.seed = QLineEdit()
        """Makes everything reproducible; empty draws fresh keys."""
        self.seed.setPlaceholderText(_("none: fresh keys each time"))
        self.damage = QComboBox()
        """What is wrong with the ticket."""
        self.damage.addItem(_("none"), "")
        for name in DAMAGES:
            self.damage.addItem(_(WORDS.get(name, name)), name)
        self.count = QSpinBox()
        """How many tickets."""
        self.count.setRange(1, MOST)
        self.own_time.toggled.connect(self.time.setEnabled)
        self.kind.currentIndexChanged.connect(self._renew)
        for combo in (self.damage,):
            combo.currentIndexChanged.connect(self._on_choice)
        for line in (self.app_id, self.seed):
            line.textChanged.connect(self._on_choice)
        self.own_time.toggled.connect(self._on_choice)
        self.time.dateTimeChanged.connect(self._on_choice)
        self.count.valueChanged.connect(self._on_choice)

    def _make_payload(self) -> None:
        _ = self._messages.gettext
        self.payload = QPlainTextEdit()
        """What is sealed."""
        self.payload.setProperty("role", "data")
        self.payload.setTabChangesFocus(True)
        self.payload.textChanged.connect(self._take_over)
        self._draw = QPushButton(_("Regenerate"))
        self._draw.setProperty("role", "link")
        self._draw.clicked.connect(self._renew)
        self.remarks = label("", "note", wrap=True)
        """What is unusual about the payload."""

    def _lay_out(self, context: Context) -> None:
        _, theme = self._messages.gettext, context.theme
        form = QFormLayout()
        form.setSpacing(theme.px(8))
        for field in (self.time, self.count):
            set_in(field, theme)
        times = QHBoxLayout()
        times.addWidget(self.own_time)
        times.addWidget(self.time, 1)
        rows: tuple[tuple[str, QWidget | QHBoxLayout, QWidget], ...] = (
            (_("Kind"), self.kind, self.kind),
            (_("AppID"), self.app_id, self.app_id),
            (_("Time"), times, self.time),
            (_("Seed"), self.seed, self.seed),
            (_("Damage"), self.damage, self.damage),
            (_("How many"), self.count, self.count),
        )
        for name, row, widget in rows:
            widget.setAccessibleName(name)
            form.addRow(name, row)
        self.own_time.setAccessibleName(_("At a time of its own"))
        for combo in (self.kind, self.damage):
            combo.view().setAccessibleName(combo.accessibleName())
        self.payload.setAccessibleName(_("Payload to encrypt"))
        heading = QHBoxLayout()
        heading.addWidget(label(_("Payload"), "heading"))
        heading.addStretch(1)
        heading.addWidget(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(form)
        column.addLayout(heading)
        column.addWidget(self.payload, 1)
        column.addWidget(self.remarks)

    @property
    def drawn(self) -> bool:
        """True while the payload is drawn, not written by hand."""
        return self._drawn

    @property
    def spec(self) -> MintSpec:
        """What is asked for now."""
        damage = str(self.damage.currentData())
        moment = self.time.dateTime().toSecsSinceEpoch()
        return MintSpec(
            kind=str(self.kind.currentData()),
            payload=None if self._drawn else self._written(),
            app_id=self.app_id.text().strip() or None,
            timestamp=moment if self.own_time.isChecked() else None,
            seed=self.seed.text() or None,
            damages=(damage,) if damage else (),
        )

    def show_payload(self, payload: Any) -> None:
        """Show the payload that was drawn."""
        text = payload if isinstance(payload, str) else write(payload, 2)
        if self._drawn and text != self.payload.toPlainText():
            with QSignalBlocker(self.payload):
                self.payload.setPlainText(text)

    def _written(self) -> Any:
        """Return the payload as written: JSON, or the text itself where it is none."""
        text = self.payload.toPlainText()
        try:
            return parse(text)
        except NotJson:
            return text

    def _take_over(self) -> None:
        self._drawn = False
        self._on_choice()

    def _renew(self, *_: Any) -> None:
        """Draw a payload of the kind, in place of what was written."""
        self._drawn = True
        self._on_choice()

    def _on_choice(self, *_: Any) -> None:
        self.changed.emit()

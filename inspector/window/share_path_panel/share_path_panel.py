"""The right column's upper half: page and parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.findings import Finding, Severity
from inspector.visible import visible
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.finding_strips import FindingStrips
from inspector.window.panel import Panel
from inspector.window.share_path_panel.on_load_view import OnLoadView
from inspector.window.share_path_panel.page_edit import PageEdit
from inspector.window.share_path_panel.parameter_table import ParameterTable
from inspector.window.share_path_panel.path_choice import PathChoice
from inspector.window.share_path_panel.path_commands import PathCommands
from inspector.window.share_path_panel.path_line import PathLine
from inspector.window.widgets.card import TITLE_ROW
from inspector.window.widgets.column import ScrollColumn
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.reading_order import TAB_AFTER
from inspector.window.widgets.text import label, plain_tip

if TYPE_CHECKING:
    from inspector.share_paths.project import Project
    from inspector.window.share_path_panel.bulk_edit import BulkEdit

OF_THE_TARGET = ("appid", "base_url", None)
"""Fields whose findings stand beside the target, where they are put right."""

MOST_OF_NAME = 18
UNLIMITED = (1 << 24) - 1
"""The height that Qt's widgets may have at most."""
LEAST_TEXT = 140
"""Height of the parameters as text, at 100 %."""


class SharePathPanel(Panel):
    """The right column's upper half: page, parameters, the path line and what is to be said.

    Signals:
        height_changed: what stands here takes another height where a code stands below.
    """

    height_changed = Signal()
    panel_id = "share_path"

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Share path"), context, parent)
        self._path = context.state.path
        self._read: tuple[Finding, ...] = ()
        self._page = PageEdit(context, self)
        self._table = ParameterTable(context, self)
        self._text: BulkEdit | None = None
        self._line = PathLine(context, self)
        self._choice = PathChoice(context, self)
        self._findings = FindingStrips(context, self)
        self._findings.setObjectName("pathFindings")
        self._on_load = OnLoadView(context, self)
        self._as_text = QToolButton()
        self._titles = [label(t, "heading") for t in (_("Page"), _("Parameters"), _("Path line"))]
        self._parameters = QWidget()
        self._narrow = False
        self._found_in: set[str | None] = set()
        self._project = label("", "note")
        self._failure = Notice(context.theme, parent=self)
        self._foreign = Notice(context.theme, parent=self, stacked=True)
        self._foreign.setObjectName("foreignText")
        self._foreign_text = ""
        self._commands = PathCommands(context, self)
        self._lay_out()
        self._commands.failed.connect(self._show_failure)
        self._path.project_changed.connect(self._show_project)
        self._show_project(self._path.project)
        self._line.read.connect(self._take_read)
        self._line.foreign.connect(self._offer_foreign)
        self._foreign.acted.connect(self._inspect_foreign)
        self._path.link_changed.connect(self._show_findings)
        self._show_findings()

    def commands(self) -> Sequence[Command]:
        """What stands beside the panel: project, saved paths, sheets of codes."""
        title = self.context.messages.gettext("Go to the page")
        return [
            Command("path.page", Menu.PATH, title, self.edit_page, "Ctrl+P", 1),
            *self._commands.commands(),
        ]

    def make_rest(self) -> Iterator[None]:
        """Make the list of paths and the parameters as text, which few need."""
        yield
        self._choice.complete()
        yield
        self._as_lines()

    def edit_page(self) -> None:
        """Put the cursor into the page, from wherever it is."""
        self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.selectAll()

    def _lay_out(self) -> None:
        _ = self.context.messages.gettext
        self._as_text.setObjectName("parametersAsText")
        self._as_text.setText(_("As text"))
        self._as_text.setToolTip(_("Edit all parameters as lines of text"))
        self._as_text.setProperty("role", "link")
        self._as_text.setProperty(TAB_AFTER, "parameterTable")  # parameters follow the page
        self._as_text.setCheckable(True)
        self._as_text.toggled.connect(self._choose_view)
        self._project.setObjectName("projectLabel")
        self.header.addWidget(self._project)
        page, parameters, line = self._titles
        row = QHBoxLayout(self._parameters)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(parameters)
        row.addStretch(1)
        row.addWidget(self._as_text)
        widgets = (
            *(self._failure, page, self._page, self._parameters, self._table),
            *(line, self._line, self._choice, self._foreign, self._findings, self._on_load),
        )
        px = self.context.theme.px
        self._column = ScrollColumn(widgets, self.context.theme, 8)
        self._column.height_wanted.connect(self._fit)
        margins = self.body.contentsMargins()
        margins.setRight(px(4))  # the column's own margin, where its scroll bar stands, is the rest
        self.body.setContentsMargins(margins)
        self.header.setContentsMargins(0, 0, px(12), 0)
        self.body.addWidget(self._column, 1)
        self._column_height = 0

    def set_narrow(self, narrow: bool) -> None:
        """Show boxes without titles of their own, and leave the code what they do not need."""
        self._narrow = narrow
        page, _parameters, line = self._titles
        for title in (page, line):
            title.setVisible(not narrow)
        row = self._parameters.layout()
        if narrow and self.header.indexOf(self._as_text) < 0:  # Qt counts it twice otherwise
            self.header.insertWidget(self.header.count() - 1, self._as_text)
        elif not narrow and row is not None:
            row.addWidget(self._as_text)
        self._parameters.setVisible(not narrow)
        self._table.set_narrow(narrow)
        self._on_load.set_narrow(narrow)
        self._place_findings()
        self._fit(self._column_height)

    def _place_findings(self) -> None:
        """Let what the page receives come first in a narrow column, where rows bear the marks."""
        names = {parameter.name for parameter in self._path.draft.share_path.parameters}
        marked = self._narrow and names >= self._found_in
        self._column.place(self._findings, self._on_load, before=not marked)

    def _fit(self, height: int) -> None:
        """Be no higher than what stands here, where a code stands below."""
        self._column_height = height
        margins, frame = self.body.contentsMargins(), self.contentsMargins()
        around = margins.top() + margins.bottom() + frame.top() + frame.bottom()
        around += self.context.theme.px(TITLE_ROW) + self.body.spacing()
        most = around + height if self._narrow else UNLIMITED
        if most != self.maximumHeight():
            self.setMaximumHeight(most)
            self.height_changed.emit()

    def _show_failure(self, sentence: str) -> None:
        self._failure.show_text(sentence, "err")

    def _show_project(self, project: Project | None) -> None:
        """Name the project in the header, with how many pages it has."""
        self._project.setVisible(project is not None)
        if project is not None:
            count = len(project.pages or ())
            pages = self.context.messages.ngettext("{count} page", "{count} pages", count)
            name = visible(project.name[:MOST_OF_NAME])
            self._project.setText(f"{name} · {pages.format(count=count)}")
            self._project.setToolTip(plain_tip(str(project.folder)))

    def _choose_view(self, as_text: bool) -> None:
        _ = self.context.messages.gettext
        self._as_text.setText(_("As table") if as_text else _("As text"))
        text = self._as_lines()
        text.setFixedHeight(max(self._table.height(), self.context.theme.px(LEAST_TEXT)))
        text.setVisible(as_text)
        self._table.setVisible(not as_text)
        (text if as_text else self._table).setFocus()

    def _as_lines(self) -> BulkEdit:
        """Return the parameters as text, which stand in the table's place when they are wanted."""
        if self._text is None:
            from inspector.window.share_path_panel.bulk_edit import BulkEdit

            self._text = BulkEdit(self.context, self)
            self._text.hide()
            self._column.place(self._text, self._table, before=False)
        return self._text

    def _take_read(self, findings: tuple[Finding, ...]) -> None:
        self._read = findings
        self._foreign.show_text("")
        self._show_findings()

    def _offer_foreign(self, text: str) -> None:
        """Offer what was put into the path line, and is no path, to where it belongs."""
        _ = self.context.messages.gettext
        self._foreign_text = text
        sentence = _("There is no share path in this text. Inspect decrypts it or says what it is.")
        self._foreign.show_text(sentence, "info", _("Open in Inspect"))

    def _inspect_foreign(self) -> None:
        self._foreign.show_text("")
        self.context.state.inspect_text(self._foreign_text)

    def _show_findings(self) -> None:
        findings = self._path.link.findings
        unfilled = {finding.field for finding in findings if finding.code == "blank_unfilled"}
        read = [f for f in self._read if f.code != "blank" or f.field not in unfilled]
        shown = [] if self._path.draft.blank else [*findings, *read]
        shown = [finding for finding in shown if finding.field not in OF_THE_TARGET]
        self._findings.show_findings(shown)
        self._found_in = {finding.field for finding in shown}
        self._place_findings()
        self._table.rows.set_remarks(
            {
                finding.field: self._findings.sentence(finding)
                for finding in shown
                if finding.field and finding.severity is not Severity.INFO
            }
        )

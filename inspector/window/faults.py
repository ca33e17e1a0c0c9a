"""Exceptions that nobody expected: one hook hears of them, and the window offers a report."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from inspector.fault_report import fault_report
from inspector.window.application_wide import application_wide
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.widgets.notice import Notice

LOG: Final = logging.getLogger(__name__)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Faults(QObject):
    """Stands in `sys.excepthook`, which exceptions of slots and of work off the thread reach.

    Signals:
        happened: a report of one line, which holds nothing of what was pasted.
    """

    happened = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: Hook = sys.excepthook

    def watch(self) -> None:
        """Hear of exceptions from now on; whoever heard of them before still does."""
        if sys.excepthook != self._hear:
            self._before = sys.excepthook
            sys.excepthook = self._hear

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        report = fault_report(error)
        if self._before is sys.__excepthook__:
            LOG.error("%s", report)  # the interpreter's own hook would print pasted text
        else:
            self._before(kind, error, trace)
        self.happened.emit(report)


def faults(application: QObject) -> Faults:
    """Return the application's hook."""
    return application_wide(Faults, application)


def show_parts(*parts: Sequence[Callable[[], object]]) -> str | None:
    """Show each part in the first of its ways that does not fail, whatever becomes of the others.

    A part's ways are ordered from the fullest to the barest, so that nothing of what it showed
    before stays. The hook hears of every way that failed. Returns the report of the first fault.
    """
    found = [report for ways in parts for report in _faults_of(ways)]
    return found[0] if found else None


def _faults_of(ways: Sequence[Callable[[], object]]) -> Iterator[str]:
    """Try the ways of a part in turn; gives reports of the faults of those that failed.

    No exception leaves it: with its traceback it holds what was being shown.
    """
    for way in ways:
        try:
            way()
        except Exception as error:  # noqa: BLE001 - told below, as a slot's is
            sys.excepthook(type(error), error, error.__traceback__)
            yield fault_report(error)
        else:
            return


class FaultNotice(Notice):
    """Says that something went wrong, without holding anything up; hidden until it does."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "err")
        self.setObjectName("faultNotice")
        self._messages = context.messages
        self._report = ""
        self.acted.connect(self._copy)
        application = QGuiApplication.instance()
        if application is not None:
            faults(application).happened.connect(self._show)

    def _show(self, report: str) -> None:
        self._report = report
        _ = self._messages.gettext
        sentence = _(
            "Something went wrong in the inspector; what you typed is kept. The report holds "
            "nothing of what was pasted."
        )
        self.show_text(sentence, "err", _("Copy report"))

    def _copy(self) -> None:
        copy_text(self._report)
        self.show_text("")

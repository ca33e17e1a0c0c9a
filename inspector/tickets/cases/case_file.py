"""Case files (`.ticket.json`): tickets to put away or hand over, and open again.

A file holds the fields of each ticket as they were pasted; opening it judges them anew. A masked
file cannot be judged again, so it holds the masked verdict as well and shows that. The format is
JSON, indented for people::

    {"format": "share-ticket-case", "version": 1, "made_by": "...", "saved_at": "...",
     "masked": {"personal": true, "keys": true},
     "tickets": [{"label": null, "fields": {"session_key": "...", ...}, "verdict": {...}}]}

Fields and members that this version does not know are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from inspector import __version__
from inspector.exact_json.parsing import NotJson, parse, write
from inspector.findings import Finding, Severity
from inspector.tickets.cases.case_verdict import NoVerdict, read_verdict, write_verdict
from inspector.tickets.masking.personal_data import MASKED, Redaction, Shown
from inspector.tickets.ticket import WIRE_NAMES, Ticket
from inspector.tickets.verdict import Verdict

FORMAT: Final = "share-ticket-case"
VERSION: Final = 1
SUFFIX: Final = ".ticket.json"
LARGEST: Final = 200_000_000
"""Bytes; a larger file is refused unread."""
WHOLE: Final = Shown(personal=True, keys=True)


@dataclass(frozen=True, slots=True)
class Case:
    """One ticket of a case file."""

    ticket: Ticket
    """The fields as pasted, or masked."""
    verdict: Verdict | None = None
    """The masked verdict of a masked file; None where the ticket is to be judged anew."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file holds."""

    cases: tuple[Case, ...]
    shown: Shown
    """What was left unmasked when it was saved."""
    saved_at: datetime | None = None
    """When it was saved; None where the file does not say."""

    @property
    def masked(self) -> bool:
        """True where something was masked, so that nothing in it can be judged again."""
        return self.shown != WHOLE


class CaseFileError(ValueError):
    """A case file cannot be opened; `finding` says why in words.

    Codes: `case_file_damaged` with `position` or `place`, `case_file_foreign` for a JSON of
    something else, `case_file_newer` with `version`, `case_file_too_large`.
    """

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, Severity.ERROR, None, parameters)


def write_case_file(
    verdicts: Iterable[Verdict], *, shown: Shown = MASKED, now: datetime | None = None
) -> str:
    """Return the text of a case file, to be stored as UTF-8.

    Masked by default as a report is; `WHOLE` keeps everything, session keys included.
    """
    redaction, seen = Redaction(shown), tuple(verdicts)
    for verdict in seen:
        redaction.learn(verdict)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": f"Share Ticket Inspector {__version__}",
        "saved_at": (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds"),
        "masked": {"personal": not shown.personal, "keys": not shown.keys},
        "tickets": [_case(redaction.verdict(each), whole=shown == WHOLE) for each in seen],
    }
    return write(document, 2) + "\n"


def read_case_file(data: bytes | str) -> CaseFile:
    """Return what a case file holds.

    Raises:
        CaseFileError: for everything that is no case file, or is one that was damaged or
            written by a newer version. Nothing else is raised for any bytes.
    """
    document = _document(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise CaseFileError("case_file_foreign")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CaseFileError("case_file_damaged", place="/version")
    if version > VERSION:
        raise CaseFileError("case_file_newer", version=version)
    tickets = document.get("tickets")
    if not isinstance(tickets, list):
        raise CaseFileError("case_file_damaged", place="/tickets")
    shown = _shown(document.get("masked"))
    cases = tuple(_read_case(each, number, shown) for number, each in enumerate(tickets))
    return CaseFile(cases, shown, _saved_at(document.get("saved_at")))


def is_case_file(text: str) -> bool:
    """Say whether a text looks like a case file, damaged or not, by its beginning."""
    return f'"{FORMAT}"' in text[:200]


def _document(data: bytes | str) -> Any:
    if len(data) > LARGEST:
        raise CaseFileError("case_file_too_large")
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
        return parse(text.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise CaseFileError("case_file_damaged", place=f"byte {error.start}") from error
    except NotJson as error:
        if not is_case_file(data if isinstance(data, str) else text):
            raise CaseFileError("case_file_foreign") from error
        raise CaseFileError("case_file_damaged", place=str(error.position)) from error


def _case(verdict: Verdict, *, whole: bool) -> dict[str, Any]:
    ticket = verdict.ticket
    fields = {wire: ticket.field(wire) for wire in WIRE_NAMES.values()}
    case: dict[str, Any] = {
        "label": ticket.label,
        "fields": {wire: value for wire, value in fields.items() if value is not None},
    }
    return case if whole else case | {"verdict": write_verdict(verdict)}


def _read_case(case: Any, number: int, shown: Shown) -> Case:
    place = f"/tickets/{number}"
    if not isinstance(case, dict) or not isinstance(case.get("fields"), dict):
        raise CaseFileError("case_file_damaged", place=place)
    values = {wire: case["fields"].get(wire) for wire in WIRE_NAMES.values()}
    values["label"] = case.get("label")
    wrong = [name for name, value in values.items() if not isinstance(value, (str, type(None)))]
    if wrong:
        raise CaseFileError("case_file_damaged", place=f"{place}/fields/{wrong[0]}")
    ticket = Ticket(None, None, None, label=values.pop("label"))
    for wire, value in values.items():
        ticket = ticket.with_field(wire, value)
    if shown == WHOLE or "verdict" not in case:
        return Case(ticket)
    try:
        return Case(ticket, read_verdict(case["verdict"], ticket))
    except NoVerdict as error:
        raise CaseFileError("case_file_damaged", place=f"{place}/verdict") from error


def _shown(masked: Any) -> Shown:
    """Read what is masked; without a word everything is, since a key might be made of it."""
    flags = masked if isinstance(masked, dict) else {}
    return Shown(flags.get("personal") is False, flags.get("keys") is False)


def _saved_at(text: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment

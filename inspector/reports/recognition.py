"""Finds out which column holds what: by the names in the header, else by what the cells look like.

A header need not be the first row, and need not name a field: a sheet of `工单, 描述` has one,
and the ticket stands as text in the second column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from inspector.reports.columns import LABEL, Columns, unwrapped
from inspector.tickets import Ticket, read
from inspector.tickets.capture.scanning.field_names import FieldName, FieldNames
from inspector.tickets.capture.scanning.sightings import Trust
from inspector.tickets.fields import BLOCK, MAIN_FIELDS

SAMPLE: Final = 40
"""Rows that are looked at."""
READ: Final = 12
"""Cells of a column that are read as captures to see whether they are."""
LONGEST_READ: Final = 20_000
MOST_TRIED: Final = 40
"""Columns whose cells are read to see whether they are captures."""
MOST_TEXTS: Final = 12
"""Columns that are read as captures in every row; no sheet that people keep has more."""
HEADER_WITHIN: Final = 10
SHORTEST_NAME: Final = 2
"""A letter names a column of any sheet."""
LONGEST_NAME: Final = 60
_NO_NAME: Final = re.compile(r"[{}<>\n]|[:=].*[:=]|[A-Za-z0-9+/]{40}")
_NUMBER: Final = re.compile(r"[+-]?[\d.,:/ -]*\d[\d.,:/ -]*(?:[TZ][\d:.Z+-]*)?")
"""A number, a date or a time."""
_SHORT: Final = re.compile(r"[A-Za-z0-9+/ _-]{20,23}(?:==?|%3D%3D)?")
_DATA: Final = re.compile(r"[A-Za-z0-9+/ _-]{42,}={0,2}")
_NO_BASE64: Final = re.compile(r"[{}:\"<>&?,;，：]")
_VALUE: Final = re.compile(r"[A-Za-z0-9+/ _%-]{20}")


class Recognised(NamedTuple):
    """What a table's first rows tell of it."""

    header: int | None
    """The index of the row that names the columns; None where no row does."""
    columns: Columns


def recognise(rows: Sequence[Sequence[str]], names: FieldNames | None = None) -> Recognised:
    """Return the columns of a table, seen from its first rows (blank ones included)."""
    names = names or FieldNames()
    header = _named_header(rows, names)
    if header is None:
        header = _other_header(rows)
    body = [row for row in rows[(-1 if header is None else header) + 1 :] if any(row)][:SAMPLE]
    width = max((len(row) for row in body), default=0)
    head = list(rows[header]) if header is not None else []
    width = max(width, len(head))
    columns = Columns((*head, *[""] * (width - len(head))))
    table = [[unwrapped(cell).strip() for cell in row] for row in body]
    cells = [[row[at] for row in table if at < len(row) and row[at]] for at in range(width)]
    fields = by_name(head, names)
    texts = [at for at, each in enumerate(cells) if _may_be_text(each, at in fields.values())]
    texts = _captures(cells, texts, fields)
    fields = {name: at for name, at in fields.items() if at not in texts or name == LABEL}
    if not texts:
        fields = _by_look(table, cells, fields)
    return Recognised(header, Columns(columns.names, fields, tuple(texts)))


def by_name(header: Sequence[str], names: FieldNames) -> dict[str, int]:
    """Return the fields that some names tell of, and which of the names; the surer one wins."""
    meanings = [_meaning(name, names) for name in header]
    fields: dict[str, int] = {}
    for trust in (Trust.NAMED, Trust.WEAK):
        for at, meaning in enumerate(meanings):
            if meaning and meaning.trust is trust and at not in fields.values():
                fields.setdefault(meaning.field, at)
    return fields


def _meaning(name: str, names: FieldNames) -> FieldName | None:
    text = unwrapped(name).strip()
    if len(text) < SHORTEST_NAME or len(text) > LONGEST_NAME or _NO_NAME.search(text):
        return None
    return names.classify(text) or names.label(text)


def _named_header(rows: Sequence[Sequence[str]], names: FieldNames) -> int | None:
    """Return the row near the top that names most fields, unless it is a sentence."""
    best, best_count = None, 0
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        given = [cell for cell in row if cell.strip()]
        if not given or any(_is_value(cell) for cell in given):
            continue
        found = by_name(row, names)
        count = len(set(found) & set(MAIN_FIELDS))
        if count == 1 and len(given) == 1 and len(row) > 1:
            continue  # a title above the table
        if count > best_count:
            best, best_count = index, count
    return best


def _is_value(cell: str) -> bool:
    """Say whether a cell is a value rather than a name."""
    text = unwrapped(cell).strip()
    return bool(_NUMBER.fullmatch(text) or len(text) > LONGEST_NAME or _NO_NAME.search(text))


def _other_header(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the first row of more than titles when it looks like names, none like values."""
    most = max((_filled(row) for row in rows), default=0)
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        if _filled(row) <= 1 < most or not any(row):
            continue
        below = [other for other in rows[index + 1 :] if any(other)]
        given = [cell.strip() for cell in row if cell.strip()]
        is_header = (
            bool(below)
            and len(given) == len(set(given)) >= most - 1
            and not any(_is_value(cell) or _SHORT.fullmatch(cell) for cell in given)
            and any(_is_value(cell) or _VALUE.search(cell) for other in below for cell in other)
        )
        return index if is_header else None
    return None


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _may_be_text(cells: Iterable[str], named: bool) -> bool:
    """Say whether some cells of a column may be captures.

    Of a column that is named after a field that takes more than a damaged value.
    """
    for cell in cells:
        if named and not _NO_BASE64.search(cell):
            continue
        if len(cell) > 30 and _VALUE.search(cell) and not _DATA.fullmatch(cell):
            return True
    return False


def _captures(
    cells: Sequence[Sequence[str]], candidates: Sequence[int], fields: Mapping[str, int]
) -> list[int]:
    """Return the columns in whose cells tickets, or the missing fields, are found."""
    missing = set(MAIN_FIELDS) - set(fields)
    if not missing and all(at not in fields.values() for at in candidates):
        return []
    found = []
    for at in candidates[:MOST_TRIED]:
        tried = [cell for cell in cells[at] if _VALUE.search(cell)][:READ]
        tickets = [t for cell in tried for t in read(cell[:LONGEST_READ]).tickets]
        if any(_adds(ticket, missing, at in fields.values()) for ticket in tickets):
            found.append(at)
    return found[:MOST_TEXTS]


def _adds(ticket: Ticket, missing: set[str], named: bool) -> bool:
    """Say whether a ticket in a cell tells more than the names of the columns do."""
    given = {name for name in MAIN_FIELDS if ticket.field(name)}
    return len(given) > 1 if named else bool(given & missing)


def _by_look(
    table: Sequence[Sequence[str]], cells: Sequence[Sequence[str]], fields: Mapping[str, int]
) -> dict[str, int]:
    """Add the fields that no name tells of: long base64 is data, short a key or an iv."""
    added = dict(fields)
    free = [at for at in range(len(cells)) if at not in fields.values()]
    if "encryptedData" not in added:
        data = [at for at in free if _share(cells[at], _DATA) > 0.5]
        if not data:
            return added
        added["encryptedData"] = max(data, key=lambda at: _share(cells[at], _DATA))
    short = [at for at in free if _share(cells[at], _SHORT) > 0.5]
    missing = [name for name in ("session_key", "iv") if name not in added]
    if len(short) > 1 and len(missing) == 2:
        short = _key_first(table, short, added["encryptedData"])
    elif (
        len(short) == 1
        and len(missing) == 2
        and not _opens(table, short[0], added["encryptedData"])
    ):
        missing.reverse()
    added.update(zip(missing, short, strict=False))
    return added


def _share(cells: Sequence[str], form: re.Pattern[str]) -> float:
    return sum(bool(form.fullmatch(cell)) for cell in cells) / max(len(cells), 1)


def _key_first(table: Sequence[Sequence[str]], short: Sequence[int], data: int) -> list[int]:
    """Return the columns with the one first that opens the data; without proof as they stand."""
    opening = [at for at in short if _opens(table, at, data)]
    return [*opening[:1], *(at for at in short if at not in opening[:1])]


def _opens(table: Sequence[Sequence[str]], key: int, data: int) -> bool:
    from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption  # named mostly

    trial = TrialDecryption()
    full = [row for row in table if max(key, data) < len(row)][: 4 * BLOCK]
    return any(trial.key_fits(row[key], row[data]) for row in full)

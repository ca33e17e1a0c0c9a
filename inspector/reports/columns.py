"""Which column of a table holds which field of a ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspector.tickets import Ticket, read
from inspector.tickets.capture.scanning.field_names import FieldNames
from inspector.tickets.capture.scanning.sightings import Trust
from inspector.tickets.ticket import WIRE_NAMES


class Columns:
    """The fields that the columns of one table hold, told by their names in every spelling."""

    def __init__(self, header: Sequence[str], names: FieldNames | None = None) -> None:
        names = names or FieldNames()
        meanings = [(name, names.classify(name) or names.label(name)) for name in header]
        self.column_of: dict[str, str] = {}
        """Field on the wire (or `label`) -> the column that holds it."""
        for trust in (Trust.NAMED, Trust.WEAK):
            for name, meaning in meanings:
                if meaning and meaning.trust is trust and name not in self.column_of.values():
                    self.column_of.setdefault(meaning.field, name)

    @property
    def known(self) -> bool:
        """True when the names tell of a ticket, so that they are a header at all."""
        return bool({"session_key", "iv", "encryptedData"} & set(self.column_of))

    def others(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return the cells of the columns that hold no field of the ticket."""
        taken = set(self.column_of.values())
        return {name: cell for name, cell in cells.items() if name not in taken}

    def ticket(self, cells: Mapping[str, str]) -> Ticket:
        """Return the ticket of one row; what no column holds is looked for in all cells."""
        fields = {
            attribute: cells.get(self.column_of.get(wire, "")) or None
            for attribute, wire in (*WIRE_NAMES.items(), ("label", "label"))
        }
        if fields["encrypted_data"] is None or "encryptedData" not in self.column_of:
            fields = _filled(fields, cells)
        return Ticket(**fields)


def _filled(fields: dict[str, str | None], cells: Mapping[str, str]) -> dict[str, str | None]:
    """Fill empty fields from the first ticket that the row's text holds, if it holds one."""
    capture = read("\n".join(cells.values()))
    if not capture.tickets:
        return fields
    found = capture.tickets[0]
    return {name: value or getattr(found, name) for name, value in fields.items()}

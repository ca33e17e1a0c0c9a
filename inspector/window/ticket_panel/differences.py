"""What repairs changed in a field, as small differences: what stood there, and what is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector.messages import Messages
from inspector.texts import changed_part
from inspector.tickets import Repair, Verdict
from inspector.visible import visible

MOST_SHOWN: Final = 4
"""A slip of more characters is not shown character by character."""
BLANK: Final = " \t\r\n\u00a0\u3000"
FIXED: Final = {
    "padding_restored": ("", "="),
    "plus_restored": ("", "+"),
    "base64url": ("- _", "+ /"),
}
"""Repair -> what it changes where no place of the text says so."""
NOTATIONS: Final = {"hex_decoded": "hex", "byte_list_decoded": "[…]", "escapes_removed": "b'…'"}
"""Repair -> how all of a value is written, where no place of it says what changed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of change of a field."""

    lead: str
    """Where, or how often: `character 6`, `3 ×`."""
    before: str
    """What was pasted; empty where something was put in."""
    after: str
    """What is read; empty where something is left out."""


def differences(messages: Messages, verdict: Verdict, name: str) -> list[Difference]:
    """Return what the repairs of a field changed, by its name on the wire."""
    repairs = [repair for repair in verdict.repairs if repair.field == name]
    return [_difference(messages, verdict, name, repair) for repair in repairs]


def _difference(messages: Messages, verdict: Verdict, name: str, repair: Repair) -> Difference:
    _ = messages.gettext
    pasted = verdict.ticket.field(name) or ""
    used = verdict.repaired.field(name) or ""
    if repair.code == "typo_corrected" and repair.count == 1 and repair.places:
        lead = _("character {place}").format(place=repair.places[0] + 1)
        return Difference(lead, *_typed(pasted, used))
    if repair.code == "fields_swapped":
        return Difference(_("used in another field"), "", "")
    before, after = _changed(messages, repair, pasted)
    return Difference(f"{repair.count} ×", before, after)


def _changed(messages: Messages, repair: Repair, pasted: str) -> tuple[str, str]:
    """Return what a repair changes, with blanks in words."""
    if repair.code in FIXED:
        return FIXED[repair.code]
    if repair.code in NOTATIONS and not repair.places:
        return NOTATIONS[repair.code], "base64"
    after = {"space_to_plus": "+", "percent_decoded": "+ / =", "html_unescaped": "+ / ="}
    found = {pasted[place : place + 1] for place in repair.places}
    shown = " ".join(sorted(_shown(messages, character) for character in found if character))
    return shown[:12], after.get(repair.code, "")


def _shown(messages: Messages, character: str) -> str:
    if character in BLANK:
        words = {"\n": messages.gettext("line break"), "\t": messages.gettext("tab")}
        return words.get(character, messages.gettext("blank"))
    return visible(character)


def _typed(pasted: str, used: str) -> tuple[str, str]:
    """Return the characters that were typed and those that are read, where they are few."""
    before, after = pasted.rstrip("="), used.rstrip("=")
    start, old_end, new_end = changed_part(before, after)
    few = max(old_end, new_end) - start <= MOST_SHOWN
    return (before[start:old_end], after[start:new_end]) if few else ("", "")

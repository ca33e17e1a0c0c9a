"""What the members of a payload mean, in words for people."""

from __future__ import annotations

import time
from itertools import islice
from typing import Any, Final

from inspector.exact_json.json_pointer import pointer
from inspector.exact_json.members import KeyPath, Members
from inspector.exact_json.writing import write_scalar
from inspector.messages import Messages
from inspector.moments import local_time, utc_time
from inspector.tickets.payload import kinds
from inspector.tickets.payload.kinds import FieldMeaning, Sensitivity
from inspector.window.widgets.text import grouped

MOST_INLINE: Final = 4
"""Members of an object that its line in a list names."""
DATE: Final = 10
"""Characters of a local time that are its date."""
SENSITIVITY: Final = {
    Sensitivity.PERSONAL: "Personal data.",
    Sensitivity.ID: "It identifies a person, a group or an order.",
    Sensitivity.SECRET: "It is a secret.",
}


class Meanings:
    """Words for the members of payloads of one kind."""

    def __init__(self, kind: str | None, messages: Messages) -> None:
        self._kind = kind
        self._messages = messages

    def of(self, names: KeyPath, value: Any) -> str:
        """Return the short meaning beside a member; empty where there is nothing to say."""
        _ = self._messages.gettext
        field = kinds.meaning(self._kind, pointer(names))
        element = self.of_element(names, value)
        if element or field is None:
            return element or self._unknown(names)
        words, meaning = self._value_words(field, value), _(field.meaning)
        return f"{words} · {meaning}" if words else meaning[:1].upper() + meaning[1:]

    def sentences(self, names: KeyPath, value: Any) -> str:
        """Return all that is known of a member: meaning, note, both times, sensitivity."""
        _ = self._messages.gettext
        field = kinds.meaning(self._kind, pointer(names))
        if field is None:
            return self._unknown(names)
        parts = [self.of(names, value)]
        if field.time == "seconds" and _is_whole(value):
            parts.append(utc_time(value))
        if field.note:
            parts.append(_(field.note))
        if field.sensitivity in SENSITIVITY:
            parts.append(_(SENSITIVITY[field.sensitivity]))
        return " · ".join(parts[:2]) + (" " + " ".join(parts[2:]) if parts[2:] else "")

    def of_element(self, names: KeyPath, value: Any) -> str:
        """Return an object of a list in one line, its moments as dates: `2018-09-02 · 9,203 steps`.

        Empty for anything else.
        """
        if not names or not isinstance(names[-1], int) or not isinstance(value, dict):
            return ""
        parts = []
        for name, member in islice(Members(value).named(), MOST_INLINE):
            field = kinds.meaning(self._kind, pointer((*names, name)))
            if field is None or isinstance(member, (dict, list, tuple)):
                continue
            timed = field.time == "seconds" and _is_whole(member)
            shown = self._counted(field, member) or f"{name} {_number(member)}"
            parts.append(local_time(member)[:DATE] if timed else shown)
        return " · ".join(parts)

    def _counted(self, field: FieldMeaning, value: Any) -> str:
        """Return a number with the name of what it counts, or the word of an enumeration."""
        if field.counted and _is_whole(value):
            one, several = field.counted
            return self._messages.ngettext(one, several, value).format(count=grouped(value))
        word = field.word(value)
        return self._messages.gettext(word) if word else ""

    def _unknown(self, names: KeyPath) -> str:
        _ = self._messages.gettext
        if not names or isinstance(names[-1], int):
            return ""
        known = kinds.known_name(names[-1])
        if known is None:
            return _("not known")
        return _("by its name: {meaning}").format(meaning=_(known.meaning))

    def _value_words(self, field: FieldMeaning, value: Any) -> str:
        if field.time == "seconds" and _is_whole(value):
            return f"{local_time(value)}, {self._age(value)}"
        word = field.word(value)
        return self._messages.gettext(word) if word else ""

    def _age(self, moment: int) -> str:
        seconds = int(time.time()) - moment
        form = "{age} ago" if seconds >= 0 else "{age} ahead of this clock"
        return self._messages.gettext(form).format(age=self._messages.age(seconds))


def _number(value: Any) -> str:
    """Return a scalar as text, a number with its thousands parted."""
    return grouped(value) if _is_whole(value) else write_scalar(value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)

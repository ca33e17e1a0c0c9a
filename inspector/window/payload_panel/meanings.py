"""What the members of a payload mean, in words for people."""

from __future__ import annotations

import time
from typing import Any, Final

from inspector.exact_json.json_pointer import pointer
from inspector.exact_json.members import KeyPath
from inspector.messages import Messages, local_time, utc_time
from inspector.tickets.payload import kinds
from inspector.tickets.payload.kinds import FieldMeaning, Sensitivity

SENSITIVITY: Final = {
    Sensitivity.PERSONAL: "It names or describes a person.",
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
        if field is None:
            return self._unknown(names)
        words = self._value_words(field, value)
        return f"{words} · {_(field.meaning)}" if words else _(field.meaning)

    def sentences(self, names: KeyPath, value: Any) -> str:
        """Return all that is known of a member: meaning, note, both times, sensitivity."""
        _ = self._messages.gettext
        field = kinds.meaning(self._kind, pointer(names))
        if field is None:
            return self._unknown(names)
        parts = [self.of(names, value)]
        if field.time == "seconds" and _is_time(value):
            parts.append(utc_time(value))
        if field.note:
            parts.append(_(field.note))
        if field.sensitivity in SENSITIVITY:
            parts.append(_(SENSITIVITY[field.sensitivity]))
        return " · ".join(parts[:2]) + (" " + " ".join(parts[2:]) if parts[2:] else "")

    def _unknown(self, names: KeyPath) -> str:
        _ = self._messages.gettext
        if not names or isinstance(names[-1], int):
            return ""
        known = kinds.known_name(names[-1])
        if known is None:
            return _("not known")
        return _("by its name: {meaning}").format(meaning=_(known.meaning))

    def _value_words(self, field: FieldMeaning, value: Any) -> str:
        if field.time == "seconds" and _is_time(value):
            return f"{local_time(value)}, {self._age(value)}"
        word = field.word(value)
        return self._messages.gettext(word) if word else ""

    def _age(self, moment: int) -> str:
        seconds = int(time.time()) - moment
        form = "{age} ago" if seconds >= 0 else "{age} ahead of this clock"
        return self._messages.gettext(form).format(age=self._messages.age(seconds))


def _is_time(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)

"""What stands beside a field's name: its state in words and with a mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector.messages import Messages
from inspector.tickets import Verdict
from inspector.tickets.decryption import base64_text
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.window.widgets.text import grouped

LONG: Final = 20_000
"""Characters from which a field is counted, not decoded, on the window's thread."""


@dataclass(frozen=True, slots=True)
class FieldState:
    """A few words and their tone: `ok`, `warn`, `err`, `plain`."""

    text: str
    tone: str


def field_state(
    messages: Messages, name: str, value: str | None, verdict: Verdict | None
) -> FieldState:
    """Return the state of a field by its name on the wire.

    `verdict` is the one of this very value, or None while it is being judged.
    """
    if not value:
        return FieldState("", "plain")
    if name not in MAIN_FIELDS:
        return _counted(messages, value)
    size = _size(value)
    repaired = verdict.repaired.field(name) if verdict else None
    if size is None and repaired and repaired != value:
        size = _size(repaired)
        if size is not None and _fits(name, size):
            words = messages.ngettext("{count} byte", "{count} bytes", size).format(count=size)
            return FieldState(_join(messages, name, value, f"{words} ⚠"), "warn")
    if size is None:
        return _undecodable(messages, value, judged=verdict is not None)
    return _decoded(messages, name, value, size)


def _decoded(messages: Messages, name: str, value: str, size: int) -> FieldState:
    _ = messages.gettext
    if _fits(name, size):
        words = messages.ngettext("{count} byte", "{count} bytes", size).format(count=size)
        return FieldState(_join(messages, name, value, f"{words} ✓"), "ok")
    if name == "encryptedData":
        words = messages.ngettext("{count} byte", "{count} bytes", size).format(count=size)
        rest = _("no whole blocks of 16")
        return FieldState(_join(messages, name, value, f"{words}, {rest} ✗"), "err")
    text = messages.ngettext(
        "{count} character decodes to {bytes}", "{count} characters decode to {bytes}", len(value)
    )
    words = messages.ngettext("{count} byte", "{count} bytes", size).format(count=size)
    return FieldState(text.format(count=len(value), bytes=words) + " ✗", "err")


def _join(messages: Messages, name: str, value: str, words: str) -> str:
    """Put the number of characters before the words where it says something."""
    if name != "encryptedData":
        return words
    return f"{_characters(messages, value)} · {words}"


def _undecodable(messages: Messages, value: str, *, judged: bool) -> FieldState:
    if not judged:
        return FieldState(_characters(messages, value), "plain")
    words = messages.gettext("not base64")
    return FieldState(f"{_characters(messages, value)} · {words} ✗", "err")


def _counted(messages: Messages, value: str) -> FieldState:
    return FieldState(_characters(messages, value), "plain")


def _characters(messages: Messages, value: str) -> str:
    count = len(value)
    form = messages.ngettext("{count} character", "{count} characters", count)
    return form.format(count=grouped(count))


def _fits(name: str, size: int) -> bool:
    return size == BLOCK if name != "encryptedData" else size > 0 and size % BLOCK == 0


def _size(value: str) -> int | None:
    """Return how many bytes a base64 text decodes to; None when it is none."""
    if len(value) > LONG:
        return None if len(value) % 4 else len(value) // 4 * 3 - value[-2:].count("=")
    try:
        return len(base64_text.decode(value))
    except base64_text.NotBase64:
        return None

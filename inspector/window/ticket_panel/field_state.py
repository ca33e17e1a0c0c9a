"""What stands beside a field's name: its state in words, and the tone of its mark.

A tick promises that the value works, so nothing is ticked that is not proved by decrypting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.tickets import Outcome, Verdict
from inspector.tickets.decryption import base64_text
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.window.widgets.text import grouped

LONG: Final = 20_000
"""Characters from which a field is counted, not decoded, on the window's thread."""


@dataclass(frozen=True, slots=True)
class FieldState:
    """A few words with their mark, and their tone: `ok`, `err` or `plain`."""

    text: str
    tone: str


MARKS: Final = {"ok": " ✓", "err": " ✗", "plain": ""}
NOTHING: Final = FieldState("", "plain")


def field_state(
    messages: Messages, name: str, value: str | None, verdict: Verdict | None
) -> FieldState:
    """Return the state of a field by its name on the wire.

    `verdict` is the one of this very value, or None while it is being judged.
    """
    if not value:
        return NOTHING
    state_of = _main_state if name in MAIN_FIELDS else _side_state
    state = state_of(messages, name, value, verdict)
    return FieldState(state.text + MARKS[state.tone], state.tone)


def _main_state(messages: Messages, name: str, value: str, verdict: Verdict | None) -> FieldState:
    blamed = _blamed(messages, name, verdict)
    if blamed:
        return FieldState(blamed, "err")
    used = (verdict.repaired.field(name) if verdict else None) or value
    size = _size(used)
    if size is None:
        size = _size(value)
    words = _words(messages, name, value, size, verdict)
    opened = verdict is not None and verdict.outcome is Outcome.OPENED and not verdict.is_stored
    if opened and size is not None:
        return FieldState(words, "ok")
    fits = size is not None and _fits(name, size)
    judged_bad = verdict is not None and not fits
    wrong = judged_bad or (size is not None and not fits)
    return FieldState(words, "err" if wrong else "plain")


def _words(
    messages: Messages, name: str, value: str, size: int | None, verdict: Verdict | None
) -> str:
    _, ngettext = messages.gettext, messages.ngettext
    characters = _characters(messages, len(value))
    if size is None:
        if verdict is None:
            return characters
        told = _told_length(messages, name, verdict) if name != "encryptedData" else ""
        return told or f"{characters} · {_('not base64')}"
    whole = ngettext("{count} byte", "{count} bytes", size).format(count=grouped(size))
    if name == "encryptedData":
        rest = "" if _fits(name, size) else f", {_('not whole blocks of 16')}"
        return f"{characters} · {whole}{rest}"
    if _fits(name, size):
        return whole
    return _instead(messages, whole, size, BLOCK)


def _told_length(messages: Messages, name: str, verdict: Verdict) -> str:
    """Say by how many characters a key or an iv is off, where the verdict tells that."""
    told = (f.parameters for f in _errors(verdict) if f.field == name)
    for parameters in told:
        count, wanted = parameters.get("characters"), parameters.get("expected")
        if isinstance(count, int) and isinstance(wanted, int):
            return _instead(messages, _characters(messages, count), count, wanted)
    return ""


def _instead(messages: Messages, whole: str, size: int, wanted: int) -> str:
    form = messages.ngettext("{whole} instead of {wanted}", "{whole} instead of {wanted}", size)
    return form.format(whole=whole, wanted=wanted)


def _blamed(messages: Messages, name: str, verdict: Verdict | None) -> str:
    """Say what is wrong with a field that the verdict names as the cause; empty otherwise."""
    if verdict is None:
        return ""
    _ = messages.gettext
    words = {
        ("session_key_wrong", "session_key"): _("does not fit this data"),
        ("iv_wrong", "iv"): _("belongs to another call"),
        ("data_truncated", "encryptedData"): _("cut off"),
        ("data_damaged", "encryptedData"): _("corrupted in places"),
        ("elided", "session_key"): _("masked or elided"),
        ("elided", "iv"): _("masked or elided"),
        ("elided", "encryptedData"): _("masked or elided"),
    }
    found = (words.get((f.code, name), "") for f in _errors(verdict) if f.field in (name, None))
    return next((text for text in found if text), "")


def _side_state(messages: Messages, name: str, value: str, verdict: Verdict | None) -> FieldState:
    _ = messages.gettext
    codes = {finding.code for finding in verdict.findings} if verdict else set()
    counted = FieldState(_characters(messages, len(value)), "plain")
    if name == "appid":
        if "app_id_mismatch" in codes:
            inherited = verdict is not None and verdict.ticket.inherited == "appid"
            return FieldState(_("another one"), "plain" if inherited else "err")
        return FieldState(_("matches"), "ok") if "app_id_ok" in codes else NOTHING
    if "signature_ok" in codes and name in ("rawData", "signature"):
        return FieldState(_("signed") if name == "rawData" else _("matches"), "ok")
    if "signature_mismatch" in codes and name == "signature":
        return FieldState(_("does not match"), "err")
    return counted if name == "rawData" else NOTHING


def _errors(verdict: Verdict) -> list[Finding]:
    return [finding for finding in verdict.findings if finding.severity is Severity.ERROR]


def _characters(messages: Messages, count: int) -> str:
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

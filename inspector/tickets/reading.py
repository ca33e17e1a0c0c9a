"""The seam: any text in, the tickets it holds out, never an exception."""

from __future__ import annotations

import re

from inspector.tickets.capture import Capture, Span
from inspector.tickets.ticket import ATTRIBUTES, Ticket

_NAMES = {
    "session_key": r"session_?key",
    "iv": r"iv",
    "encryptedData": r"encrypt(?:ed)?_?data",
    "appid": r"app_?id",
    "signature": r"signature",
    "shareTicket": r"share_?tickets?",
}
_PAIR = re.compile(
    r"(?<![A-Za-z0-9_])(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _NAMES.items())
    + r")[\"'`]?\s{0,9}[:=]\s{0,9}[\[\"'`]{0,2}(?P<value>(?:\\/|[A-Za-z0-9+/_-]){8,}={0,2})",
    re.IGNORECASE,
)
_BARE = re.compile(r"[A-Za-z0-9+/]{22,}={0,2}")
_BARE_FIELDS = ("session_key", "iv", "encryptedData")


def read(text: str) -> Capture:
    """Return the tickets in a text of any kind. Never raises."""
    return _read_pairs(text) or _read_bare_lines(text) or Capture()


def _read_pairs(text: str) -> Capture | None:
    fields: list[dict[str, str]] = []
    spans: list[Span] = []
    for match in _PAIR.finditer(text):
        name = match.lastgroup if match.lastgroup != "value" else None
        name = name or next(key for key in _NAMES if match[key])
        if not fields or name in fields[-1]:
            fields.append({})
        fields[-1][name] = match["value"].replace("\\/", "/")
        spans.append(Span(len(fields) - 1, name, *match.span("value")))
    if not fields:
        return None
    reader = "json" if text.lstrip()[:1] in "{[" else "text"
    return Capture(tuple(_ticket(f) for f in fields), reader, None, tuple(spans))


def _read_bare_lines(text: str) -> Capture | None:
    matches = list(re.finditer(r"\S+", text[:100_000]))
    if len(matches) != len(_BARE_FIELDS) or not all(_BARE.fullmatch(m[0]) for m in matches):
        return None
    longest = max(matches, key=lambda m: len(m[0]))
    key, iv = (m for m in matches if m is not longest)
    found = dict(zip(_BARE_FIELDS, (key, iv, longest), strict=True))
    ticket = _ticket({name: match[0] for name, match in found.items()})
    spans = sorted((Span(0, n, *m.span()) for n, m in found.items()), key=lambda s: s.start)
    return Capture((ticket,), "bare_lines", None, tuple(spans))


def _ticket(fields: dict[str, str]) -> Ticket:
    return Ticket(**{attribute: fields.get(wire) for wire, attribute in ATTRIBUTES.items()})

"""Tickets made for a test, under fresh keys."""

from __future__ import annotations

import base64
import secrets

from inspector.tickets import Ticket


def sealed(text: str | bytes, key: bytes | None = None, iv: bytes | None = None) -> Ticket:
    """Return a ticket whose payload is this text."""
    from Crypto.Cipher import AES
    from Crypto.Util.Padding import pad

    key, iv = key or secrets.token_bytes(16), iv or secrets.token_bytes(16)
    plain = text.encode() if isinstance(text, str) else text
    data = AES.new(key, AES.MODE_CBC, iv).encrypt(pad(plain, 16))
    return Ticket(*(base64.b64encode(part).decode() for part in (key, iv, data)))


GROUP = (
    '{"openGId":"tGmade-up-for-this-test_12345","watermark":{"timestamp":1535624932,'
    '"appid":"wx0123456789abcdef"}}'
)

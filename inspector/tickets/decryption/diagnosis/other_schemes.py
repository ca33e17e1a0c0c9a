"""Tickets of platforms that seal differently: recognised by opening them their way."""

from __future__ import annotations

from typing import Final

from inspector.findings import Finding, Severity
from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import BadPadding
from inspector.tickets.decryption.repair import Reading
from inspector.tickets.decryption.repair.readings import is_whole
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import NoPayload, NotText, open_whole
from inspector.tickets.fields import BLOCK

BAIDU_KEY: Final = 24
"""Bytes of a session key of Baidu's mini programs (AES-192), 32 characters."""


def other_scheme(key: Pasted | None, iv: Pasted | None, data: Pasted | None) -> Finding | None:
    """Return the finding that the ticket belongs to another platform, proved by opening it."""
    if key is None or data is None:
        return None
    platform = None
    for reading in data.readings[:2]:
        if _opens_as_baidu(key, iv, reading):
            platform = "Baidu"
        elif _opens_as_alipay(key, reading):
            platform = "Alipay"
    if platform is None:
        return None
    return Finding("other_scheme", Severity.ERROR, "encryptedData", {"platform": platform})


def _opens_as_baidu(key: Pasted, iv: Pasted | None, data: Reading) -> bool:
    """AES-192-CBC; 16 random bytes, the length in 4 bytes, the text, the app key."""
    characters = key.compact
    if len(characters) * 3 // 4 != BAIDU_KEY or not is_whole(len(data.text.rstrip("="))):
        return False
    secret = decode_loosely(characters)
    ivs = [reading.data for reading in iv.key_readings[:4]] if iv else []
    for candidate in [*ivs, secret[:BLOCK]]:
        try:
            text = cipher.unpad(cipher.decrypt(secret, candidate, data.data))
            length = int.from_bytes(text[BLOCK : BLOCK + 4], "big")
            body = text[BLOCK + 4 : BLOCK + 4 + length]
            if 0 < length <= len(text) - BLOCK - 4 and body.decode("utf-8").isprintable():
                return True
        except (BadPadding, UnicodeDecodeError):
            continue
    return False


def _opens_as_alipay(key: Pasted, data: Reading) -> bool:
    """AES-128-CBC with an iv of zeros; the text has the gateway's `code` and `msg`."""
    if not is_whole(len(data.text.rstrip("="))):
        return False
    for reading in key.key_readings[:4]:
        try:
            opened = open_whole(cipher.decrypt(reading.data, bytes(BLOCK), data.data))
        except (NotText, NoPayload):
            continue
        return isinstance(opened.payload, dict)
    return False

"""Whether a key, an iv and data belong together: by what decrypts, not by where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from inspector.tickets.capture.scanning.shapes import is_base64
from inspector.tickets.capture.scanning.sightings import Sighting
from inspector.tickets.decryption import base64_text, cipher
from inspector.tickets.decryption.repair.notations import other_readings
from inspector.tickets.fields import BLOCK

_LOOK: Final = 8 * BLOCK
"""Bytes of a ciphertext that are tried: enough to be sure."""
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_URL_SAFE: Final = str.maketrans({"-": "+", "_": "/", " ": "+"})
_PLAIN: Final = frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0D}
_NOISE: Final = frozenset(range(0x80)) - _PLAIN
"""Bytes that no text holds; seven blocks of eight under a wrong key hold one."""


class TrialDecryption:
    """Tries keys and ivs on data and remembers the answers."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], bool] = {}
        self._data: dict[str, bytes] = {}
        self._keys: dict[str, Callable[[bytes], bytes] | None] = {}

    def key_fits(self, key: str, data: str) -> bool:
        """Tell whether a key turns data into text, whatever the iv is.

        Every block but the first can be told without the iv; a chance hit takes more
        random keys than any text holds.
        """
        if (key, data) not in self._answers:
            self._answers[key, data] = self._try_key(key, data)
        return self._answers[key, data]

    def iv_fits(self, key: str, iv: str, data: str) -> bool:
        """Tell whether key and iv turn the first block into the head of a payload."""
        head = self._head(key, iv, data)
        return bool(head) and (_is_text(head) or _is_padding(head))

    def fitting_iv(self, key: str, ivs: Iterable[Sighting], data: str) -> Sighting | None:
        """Return the first iv that fits, one under which JSON begins before any other.

        One wrong iv in 40,000 makes some text of the first block.
        """
        some_text = None
        for iv in ivs:
            if iv.value == key or not self.iv_fits(key, iv.value, data):
                continue
            if self._head(key, iv.value, data).lstrip().startswith((b"{", b"[")):
                return iv
            some_text = some_text or iv
        return some_text

    def _head(self, key: str, iv: str, data: str) -> bytes:
        """Return the decrypted first block; nothing where one of the three is none."""
        secret, vector, block = bytes_of(key), bytes_of(iv), self._ciphertext(data)[:BLOCK]
        if len(secret) != BLOCK or len(vector) != BLOCK or len(block) != BLOCK:
            return b""
        return cipher.decrypt(secret, vector, block)

    def _ciphertext(self, data: str) -> bytes:
        """Return the first blocks of data; none where it is no base64."""
        if data not in self._data:
            start = bytes_of(data[: 2 * _LOOK] if is_base64(data) else data)[:_LOOK]
            self._data[data] = start[: len(start) // BLOCK * BLOCK]
        return self._data[data]

    def _decryptor(self, key: str) -> Callable[[bytes], bytes] | None:
        """Return what turns blocks back with a key; None where it is none."""
        if key not in self._keys:
            secret = bytes_of(key)
            is_key = len(secret) == BLOCK
            self._keys[key] = cipher.block_decryptor(secret) if is_key else None
        return self._keys[key]

    def _try_key(self, key: str, data: str) -> bool:
        decrypt, ciphertext = self._decryptor(key), self._ciphertext(data)
        if decrypt is None or len(ciphertext) < 2 * BLOCK:
            return False
        return _is_mostly_text(cipher.xor(decrypt(ciphertext[BLOCK:]), ciphertext[:-BLOCK]))


def bytes_of(text: str) -> bytes:
    """Return the bytes of a base64 text, forgiving what damage can be forgiven."""
    if not is_base64(text):
        return next((reading.data for reading in other_readings(text)), b"")
    if "\n" in text:
        text = re.sub(r"\s*\n\s*", "", text)
    body = _NOT_BASE64.sub("", text.strip("\r\n\t").translate(_URL_SAFE))
    body += "A" if len(body) % 4 == 1 else ""
    try:
        return base64_text.decode(body + "=" * (-len(body) % 4))
    except base64_text.NotBase64:
        return b""


def _is_mostly_text(plain: bytes) -> bool:
    """Tell whether at least half of the blocks are text; ends as soon as too many are none."""
    may_fail = len(plain) // BLOCK // 2
    for at in range(0, len(plain), BLOCK):
        block = plain[at : at + BLOCK]
        if not (_is_text(block) or _is_padding(block)):
            may_fail -= 1
            if may_fail < 0:
                return False
    return True


def _is_text(block: bytes) -> bool:
    """Tell whether a block is text, perhaps cut within a character, perhaps padded."""
    count = block[-1]
    if 1 <= count < BLOCK and block[-count:] == bytes([count]) * count:
        block = block[:-count]
    if not _NOISE.isdisjoint(block):
        return False
    if block.isascii():
        return True
    head = next((at for at in range(4) if block[at] & 0xC0 != 0x80), 0) if len(block) > 3 else 0
    for cut in range(3):
        try:
            text = block[head : len(block) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return len(text) > 2 and all(c.isprintable() or c in "\t\r\n" for c in text)
    return False


def _is_padding(block: bytes) -> bool:
    return block == bytes([BLOCK]) * BLOCK

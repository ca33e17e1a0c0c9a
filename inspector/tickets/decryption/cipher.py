"""AES-128-CBC and PKCS#7: the only door to `Crypto`.

The scheme is the platform's own (signature.html): key and iv are 16 bytes each, the padding
block is 16 bytes. Lengths are the caller's to check: nothing here words an error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from inspector.tickets.fields import BLOCK

LONGEST_PADDING: Final = 32
"""Bytes: messages of WeChat and Baidu are filled up to whole 32, see the official samples."""


class BadPadding(ValueError):
    """The last bytes are no PKCS#7 padding."""


def decrypt(key: bytes, iv: bytes, data: bytes) -> bytes:
    """Return the bytes as they come out of the cipher, padding included.

    `key` is 16 bytes (24 and 32 work too), `iv` 16, `data` whole blocks.
    """
    from Crypto.Cipher import AES

    return AES.new(key, AES.MODE_CBC, iv=iv).decrypt(data) if data else b""


def block_decryptor(key: bytes) -> Callable[[bytes], bytes]:
    """Return a function that turns whole blocks back without chaining (ECB), for trials."""
    from Crypto.Cipher import AES

    return AES.new(key, AES.MODE_ECB).decrypt


def seal(key: bytes, iv: bytes, plaintext: bytes) -> bytes:
    """Return the ciphertext of a text of any length, padded as the platform pads."""
    from Crypto.Cipher import AES

    filling = BLOCK - len(plaintext) % BLOCK
    padded = plaintext + bytes([filling]) * filling
    return AES.new(key, AES.MODE_CBC, iv=iv).encrypt(padded)


def xor(left: bytes | bytearray, right: bytes) -> bytes:
    """Return the bitwise exclusive or of two byte strings of one length."""
    size = len(left)
    return (int.from_bytes(left, "big") ^ int.from_bytes(right, "big")).to_bytes(size, "big")


def padding_length(decrypted: bytes) -> int:
    """Return how many bytes of padding stand at the end, each of them checked.

    Raises:
        BadPadding: The bytes are not whole blocks, or end in no PKCS#7 padding.
    """
    count = decrypted[-1] if decrypted and len(decrypted) % BLOCK == 0 else 0
    if not 1 <= count <= LONGEST_PADDING or not decrypted.endswith(bytes([count]) * count):
        raise BadPadding
    return count


def unpad(decrypted: bytes) -> bytes:
    """Return the bytes without their padding.

    Raises:
        BadPadding: See `padding_length`.
    """
    return decrypted[: -padding_length(decrypted)]

"""Facts of a ticket's fields that every room shares."""

from __future__ import annotations

from typing import Final

MAIN_FIELDS: Final = ("session_key", "iv", "encryptedData")
"""The three fields that decrypting takes, named as on the wire."""

BLOCK: Final = 16
"""Bytes of a block of encrypted data, of a session key and of an iv."""
SHORT_SIZE: Final = 22
"""Characters of base64 for 16 bytes, without `==`."""

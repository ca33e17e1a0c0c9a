"""Tickets that somebody put where a share path belongs: nothing of them may be remembered.

What knows the fields of tickets is loaded with the first path that is looked at.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths import SharePath
from inspector.tickets.fields import BLOCK

SECRET_FIELDS: Final = ("session_key", "encryptedData")
"""Fields whose names no page takes for its parameters; `iv` might be one."""
BLOCKS_ONLY: Final = re.compile(r"[A-Za-z0-9+/]{20,}={0,2}")
KEY: Final = re.compile(r"[A-Za-z0-9+/]{21}[AQgw]==")
"""Base64 of 16 bytes, wherever it stands."""
MIXED: Final = re.compile(r"(?=.*[0-9])(?=.*[A-Z]).*[a-z]")
"""What 64 letters of base64 have all but for certain, and pages and hashes seldom have."""


def holds_ticket(path: SharePath) -> bool:
    """Tell whether a path has the fields of a ticket for parameters, or is one of them itself."""
    from inspector.tickets.capture.scanning.field_names import FieldNames
    from inspector.tickets.capture.scanning.sightings import Trust

    names = FieldNames()
    found = (names.classify(parameter.name) for parameter in path.parameters)
    if any(n and n.trust is Trust.NAMED and n.field in SECRET_FIELDS for n in found):
        return True
    return not any(p.value.strip("=") for p in path.parameters) and is_encrypted(_joined(path))


def may_be_remembered(path: SharePath) -> bool:
    """Tell whether nothing in a path is, or looks like, a session key, an iv or encrypted data."""
    pairs = [f"{p.name}={p.value}" for p in path.parameters]
    texts = [path.page, *pairs, *(p.value for p in path.parameters)]
    pieces = (piece for text in texts for piece in (text, *BLOCKS_ONLY.findall(text)))
    seen = holds_ticket(path) or any(map(KEY.search, texts)) or any(map(is_encrypted, pieces))
    return not seen


def is_encrypted(text: str) -> bool:
    """Tell whether a text is the base64 of whole blocks, as keys, ivs and encrypted data are."""
    from inspector.tickets.decryption import base64_text

    text = text.strip()
    text = f"/{text}" if len(text) % 4 == 3 else text  # a path lost the slash at its head
    if not BLOCKS_ONLY.fullmatch(text) or not MIXED.match(text):
        return False
    data = base64_text.exact(text)
    return bool(data) and len(data) % BLOCK == 0


def _joined(path: SharePath) -> str:
    pairs = (f"{p.name}={p.value}" for p in path.parameters)
    return "".join((path.page, *pairs))

"""Finds session keys in the text of a file."""

from __future__ import annotations

import re
from typing import Final

from inspector.tickets.key_ring import is_session_key

_KEY: Final = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{22}==(?![A-Za-z0-9+/=])")


def keys_in(text: str) -> list[str]:
    """Return what is a session key in a text of any form, each once, in order."""
    return list(dict.fromkeys(filter(is_session_key, _KEY.findall(text))))

"""The JSON texts of this room: request bodies, compile modes."""

from __future__ import annotations

import json
import re
from typing import Any

from inspector.share_paths.encoding import LONE_SURROGATE


def body_text(body: dict[str, Any]) -> str:
    """Return a body indented for reading; any UTF-8 output can take it."""
    return _safe(json.dumps(body, ensure_ascii=False, indent=2))


def line_text(body: dict[str, Any]) -> str:
    """Return a body on one line without spaces."""
    return _safe(json.dumps(body, ensure_ascii=False, separators=(",", ":")))


def _safe(text: str) -> str:
    return LONE_SURROGATE.sub(_escaped, text)


def _escaped(surrogate: re.Match[str]) -> str:
    return f"\\u{ord(surrogate[0]):04x}"

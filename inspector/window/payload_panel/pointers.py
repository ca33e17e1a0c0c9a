"""JSON Pointers (RFC 6901) of members."""

from __future__ import annotations

from inspector.window.payload_panel.nodes import Names


def pointer(names: Names) -> str:
    """Return the JSON Pointer of a member; empty for the whole payload."""
    return "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in names)

"""`rawData`: the part of a result that the platform hands out in clear and signs."""

from __future__ import annotations

from typing import Any, Final

from inspector.exact_json.parsing import write
from inspector.tickets.payload.kinds import Sensitivity, meaning

ROOM_TOPIC: Final = "测试模拟群1"
"""A group's name as the developer tools invented them in 2017."""


def raw_data_of(kind: str, payload: Any) -> str:
    """Return the text that a result with this payload carries as `rawData`.

    The fields of a person without ids and watermark, which is what the platform does; where
    nothing is left, the group's name alone.
    """
    members = payload.items() if isinstance(payload, dict) else ()
    clear = {
        name: value
        for name, value in members
        if name != "watermark" and not _is_id(kind, str(name))
    }
    return write(clear if "nickName" in clear or "name" in clear else {"roomTopic": ROOM_TOPIC})


def _is_id(kind: str, name: str) -> bool:
    known = meaning(kind, f"/{name}")
    return known is not None and known.sensitivity is Sensitivity.ID

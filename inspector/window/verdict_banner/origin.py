"""Where a payload comes from and when it was made, in words."""

from __future__ import annotations

import time

from inspector.messages import Messages, local_time, utc_time
from inspector.tickets import Verdict
from inspector.tickets.payload import kinds
from inspector.tickets.payload.watermark import read_watermark

UTC_ZONE = "+00:00"


def origin_sentence(messages: Messages, verdict: Verdict) -> str:
    """Say which call gave the payload, and when: local time, UTC where it differs, and age."""
    _ = messages.gettext
    kind = kinds.kinds().get(verdict.kind or "")
    source = _("From {call}.").format(call=kind.apis[0]) if kind and kind.apis else ""
    mark = read_watermark(verdict.payload)
    if mark is None or mark.timestamp is None:
        return source
    seconds = int(time.time()) - mark.timestamp
    age = messages.age(seconds)
    form = _("Made {moment}, {age} ago.")
    if seconds < 0:
        form = _("Made {moment}, {age} ahead of this machine's clock.")
    return f"{source} {form.format(moment=_moment(mark.timestamp), age=age)}".strip()


def _moment(timestamp: int) -> str:
    local, utc = local_time(timestamp), utc_time(timestamp)
    return utc if local.endswith(UTC_ZONE) else f"{local} ({utc})"

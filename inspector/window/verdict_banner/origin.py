"""Where a payload comes from and when it was issued, in words."""

from __future__ import annotations

import time

from inspector.messages import Messages
from inspector.moments import local_time
from inspector.tickets import Verdict
from inspector.tickets.payload import kinds
from inspector.tickets.payload.watermark import read_watermark


def origin_sentence(messages: Messages, verdict: Verdict) -> str:
    """Say which call gave the payload, and when: the local time with its zone, and the age."""
    _ = messages.gettext
    kind = kinds.kinds().get(verdict.kind or "")
    source = _("From {call}.").format(call=kind.apis[0]) if kind and kind.apis else ""
    mark = read_watermark(verdict.payload)
    if mark is None or mark.timestamp is None:
        return source
    seconds = int(time.time()) - mark.timestamp
    age = messages.age(seconds)
    form = _("Issued {moment}, {age} ago.")
    if seconds < 0:
        form = _("Issued {moment}, {age} ahead of this machine's clock.")
    return messages.joined(source, form.format(moment=local_time(mark.timestamp), age=age))

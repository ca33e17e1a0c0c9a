"""What a ticket is judged against: the clock, and what came along with it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from inspector.findings import Finding, Severity
from inspector.tickets.payload.meaning import judge_payload
from inspector.tickets.payload.watermark import judge_watermark, read_watermark
from inspector.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class JudgeContext:
    """One judgement's surroundings."""

    ticket: Ticket
    """As pasted."""
    now: datetime | float | None

    @property
    def seconds(self) -> float:
        """The moment to count ages from, in unix seconds."""
        if self.now is None:
            return time.time()
        return self.now.timestamp() if isinstance(self.now, datetime) else float(self.now)

    def of_opened(self, repaired: Ticket, payload: Any) -> tuple[Finding, ...]:
        """Return what a payload that opened whole means."""
        return self._remarked(judge_payload(payload, self.seconds, repaired.app_id))

    def of_partial(self, repaired: Ticket, payload: Any) -> tuple[Finding, ...]:
        """Return what the readable members of a payload mean, as far as they go."""
        if read_watermark(payload) is None:
            return ()
        return self._remarked(judge_watermark(payload, self.seconds, repaired.app_id))

    def _remarked(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return findings in which an app id that was not given for this ticket is no error."""
        if self.ticket.inherited != "appid":
            return findings
        return tuple(
            replace(each, severity=Severity.INFO) if each.code == "app_id_mismatch" else each
            for each in findings
        )

    def of_signature(self, repaired: Ticket) -> tuple[Finding, ...]:
        """Return what the signature proves, where one came along.

        A key that is not proved right by the data may be by the signature, so it is looked at
        whether the data opened or not; a mismatch then says nothing new.
        """
        if not repaired.signature:
            return ()
        from inspector.tickets.payload.signature import judge_signature  # few tickets have one

        found = judge_signature(repaired.raw_data, repaired.signature, repaired.session_key)
        if found and found[0].code == "signature_ok":
            return found
        pasted = judge_signature(repaired.raw_data, repaired.signature, self.ticket.session_key)
        return pasted if pasted and pasted[0].severity is not Severity.ERROR else found

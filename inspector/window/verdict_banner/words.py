"""What the banner says of a verdict: sentence, meaning, chips and further findings."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from inspector.findings import Finding, Severity
from inspector.messages import Messages, local_time, utc_time
from inspector.tickets import BlockState, Outcome, Verdict, payload_kinds
from inspector.tickets.watermark import read_watermark
from inspector.window.verdict_banner.chips import chips

TONES: Final = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.INFO: "info"}
MISSING: Final = {
    "session_key_missing": "session_key",
    "iv_missing": "iv",
    "encrypted_data_missing": "encryptedData",
}
TOLD_BY_THE_ORIGIN: Final = ("watermark_age",)
TOLD_BY_CHIPS: Final = ("signature_ok",)


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a banner says, in one language."""

    tone: str
    """`ok`, `warn`, `err`, `info` or `plain`."""
    headline: str
    """One sentence: the verdict."""
    meaning: str = ""
    """What it means, or what to do next."""
    sdk: str = ""
    """What the official SDKs would have answered."""
    chips: tuple[tuple[str, str], ...] = ()
    """Tone and text of each fact that has a mark of its own: app id, signature."""
    further: tuple[tuple[str, str], ...] = ()
    """Tone and sentences of the other findings."""

    @property
    def spoken(self) -> str:
        """All of it as one text, for people who hear the window."""
        further = [text for _, text in self.further]
        chips = [text for _, text in self.chips]
        return "\n".join(p for p in (self.headline, self.meaning, self.sdk, *chips, *further) if p)


def verdict_words(messages: Messages, verdict: Verdict) -> Words:
    """Return what the banner says of a verdict."""
    if verdict.outcome is Outcome.OPENED:
        return _opened(messages, verdict)
    cause = next((f for f in verdict.findings if f.severity is Severity.ERROR), None)
    missing = [MISSING[f.code] for f in verdict.findings if f.code in MISSING]
    if verdict.outcome is Outcome.INCOMPLETE and cause and cause.code in MISSING:
        return _incomplete(messages, verdict, cause, missing)
    if cause is None:
        headline = messages.gettext(_UNNAMED[verdict.outcome])
        return Words("err", headline, further=_further(messages, verdict, ()))
    text = messages.finding(cause)
    partly = verdict.outcome is Outcome.PARTLY
    meaning = [_readable(messages, verdict), text.advice] if partly else [text.advice]
    return Words(
        "warn" if partly else "err",
        _headed(messages.gettext("Partly opened"), text.text) if partly else text.text,
        " ".join(part for part in meaning if part),
        sdk_sentence(messages, text.sdk),
        chips(messages, verdict) if partly else (),
        _further(messages, verdict, (cause,)),
    )


_UNNAMED: Final = {
    Outcome.NOT_OPENED: "This ticket does not open.",
    Outcome.PARTLY: "Only a part of this ticket can be read.",
    Outcome.INCOMPLETE: "Something is missing.",
}


def sdk_sentence(messages: Messages, code: str) -> str:
    """Say what the official SDKs would have answered; empty without a code."""
    return messages.gettext("Official SDKs answer {code} here.").format(code=code) if code else ""


def kind_title(messages: Messages, kind: str | None) -> str:
    """Return what a payload kind is called, such as `Group share`; empty when unknown."""
    return messages.gettext(payload_kinds.title(kind)) if kind else ""


def _opened(messages: Messages, verdict: Verdict) -> Words:
    cause = next((f for f in verdict.findings if f.severity is Severity.ERROR), None)
    state = messages.gettext("Opened")
    tone = "ok"
    if verdict.repairs:
        count = len(verdict.repairs)
        form = messages.ngettext(
            "Opened after {count} repair", "Opened after {count} repairs", count
        )
        state, tone = form.format(count=count), "warn"
    title = kind_title(messages, verdict.kind)
    headline = f"{state} · {title}" if title else state
    meaning = _origin(messages, verdict)
    sdk = ""
    if cause is not None:
        text = messages.finding(cause)
        tone, meaning = "warn", " ".join(p for p in (text.text, text.advice, meaning) if p)
        sdk = sdk_sentence(messages, text.sdk)
    told = tuple(f for f in verdict.findings if f.code in TOLD_BY_THE_ORIGIN or f is cause)
    further = _further(messages, verdict, told)
    return Words(tone, headline, meaning, sdk, chips(messages, verdict), further)


def _incomplete(messages: Messages, verdict: Verdict, cause: Finding, missing: list[str]) -> Words:
    text = messages.finding(cause)
    headline = text.text
    if len(missing) > 1:
        headline = messages.gettext("Still missing: {names}").format(names=", ".join(missing))
    told = tuple(f for f in verdict.findings if f.code in MISSING)
    return Words("info", headline, text.advice, "", (), _further(messages, verdict, told))


def _headed(state: str, sentence: str) -> str:
    return f"{state} · {sentence}"


def _readable(messages: Messages, verdict: Verdict) -> str:
    """Say how much of the text is readable."""
    whole = len(verdict.blocks)
    readable = sum(s in (BlockState.READABLE, BlockState.PADDING) for s in verdict.blocks)
    if not whole or readable == whole:
        return ""
    return messages.gettext("{readable} of {whole} blocks of 16 bytes are readable.").format(
        readable=readable, whole=whole
    )


def _origin(messages: Messages, verdict: Verdict) -> str:
    """Say which call gave the payload, and when: local time, UTC and age."""
    _ = messages.gettext
    kind = payload_kinds.kinds().get(verdict.kind or "")
    source = _("From {call}.").format(call=kind.apis[0]) if kind and kind.apis else ""
    mark = read_watermark(verdict.payload)
    if mark is None or mark.timestamp is None:
        return source
    seconds = int(time.time()) - mark.timestamp
    form = _("Made {local} ({utc}), {age} ago.") if seconds >= 0 else _AHEAD
    moment = _(form).format(
        local=local_time(mark.timestamp), utc=utc_time(mark.timestamp), age=messages.age(seconds)
    )
    return " ".join(part for part in (source, moment) if part)


_AHEAD: Final = "Made {local} ({utc}), {age} ahead of this machine's clock."


def _further(
    messages: Messages, verdict: Verdict, told: tuple[Finding, ...]
) -> tuple[tuple[str, str], ...]:
    """Return the findings that are not told elsewhere in the banner."""
    rest = (f for f in verdict.findings if f not in told and f.code not in TOLD_BY_CHIPS)
    lines = []
    for finding in rest:
        text = messages.finding(finding)
        lines.append((TONES[finding.severity], " ".join(p for p in (text.text, text.advice) if p)))
    return tuple(dict.fromkeys(lines))

"""What the banner says of a verdict: sentence, meaning, chips and further findings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.tickets import BlockState, Outcome, Verdict
from inspector.tickets.payload import kinds
from inspector.window.verdict_banner.chips import chips
from inspector.window.verdict_banner.origin import origin_sentence

TONES: Final = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.INFO: "info"}
MISSING: Final = {
    "session_key_missing": "session_key",
    "iv_missing": "iv",
    "encrypted_data_missing": "encryptedData",
}
TOLD_ELSEWHERE: Final = ("signature_ok", "watermark_age")
"""Findings that chips and the sentence of origin tell."""
MOST_REPAIRS: Final = 2
"""Repairs told in the banner itself; the others stand among the further findings."""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a banner says, in one language."""

    tone: str
    """`ok`, `warn`, `err`, `info` or `plain`."""
    headline: str
    """One sentence: the verdict."""
    meaning: str = ""
    """What it means, and what to do next."""
    sdk: str = ""
    """What the official SDKs would have answered."""
    chips: tuple[tuple[str, str], ...] = ()
    """Tone and text of each fact that has a mark of its own: app id, signature."""
    further: tuple[tuple[str, str], ...] = ()
    """Tone and sentences of the other findings."""
    unfold: bool = False
    """True when the further findings are to be seen at once."""

    @property
    def spoken(self) -> str:
        """All of it as one text, for people who hear the window."""
        marked = [text for _, text in (*self.chips, *self.further)]
        return "\n".join(part for part in (self.headline, self.meaning, self.sdk, *marked) if part)


def verdict_words(messages: Messages, verdict: Verdict, keys_tried: int = 0) -> Words:
    """Return what the banner says of a verdict.

    `keys_tried` is how many other session keys of this sitting were tried on it.
    """
    cause = next((f for f in verdict.findings if f.severity is Severity.ERROR), None)
    if verdict.outcome is Outcome.OPENED:
        return _opened(messages, verdict, cause)
    if verdict.outcome is Outcome.INCOMPLETE and cause is not None and cause.code in MISSING:
        return _incomplete(messages, verdict, cause)
    if verdict.outcome is Outcome.PARTLY:
        return _partly(messages, verdict, cause)
    if cause is None:
        headline = messages.gettext("This ticket does not open.")
        return Words("err", headline, further=_further(messages, verdict), unfold=True)
    text = messages.finding(cause)
    sdk = sdk_sentence(messages, text.sdk)
    further = _further(messages, verdict, (cause,))
    tried = _tried(messages, verdict, keys_tried) if cause.code == "session_key_wrong" else ""
    meaning = "\n".join(line for line in (text.advice, tried) if line)
    return Words("err", text.text, meaning, sdk, further=further, unfold=True)


def _tried(messages: Messages, verdict: Verdict, count: int) -> str:
    """Say whether another session key of this sitting fits."""
    if any(proposal.code == "known_key" for proposal in verdict.proposals):
        return messages.gettext("Another session key of this sitting opens it.")
    if not count:
        return ""
    form = messages.ngettext(
        "The {count} other session key of this sitting does not fit either.",
        "None of the {count} other session keys of this sitting fits either.",
        count,
    )
    return form.format(count=count)


def sdk_sentence(messages: Messages, code: str | None) -> str:
    """Say what the official SDKs would have answered; empty without a code."""
    return messages.gettext("Official SDKs answer {code} here.").format(code=code) if code else ""


def _opened(messages: Messages, verdict: Verdict, cause: Finding | None) -> Words:
    lines = []
    sdk = ""
    told = _first_repairs(verdict)
    if cause is not None:
        text = messages.finding(cause)
        lines.append(_joined(text.text, text.advice))
        sdk = sdk_sentence(messages, text.sdk)
        told.append(cause)
    lines += [messages.finding(finding).text for finding in told if finding is not cause]
    lines.append(origin_sentence(messages, verdict))
    state = _opened_state(messages, verdict)
    title = messages.gettext(kinds.title(verdict.kind)) if verdict.kind else ""
    warned = cause is not None or state != messages.gettext("Opened")
    return Words(
        "warn" if warned else "ok",
        " · ".join(part for part in (state, title) if part),
        "\n".join(line for line in lines if line),
        sdk,
        chips(messages, verdict),
        _further(messages, verdict, told),
    )


def _opened_state(messages: Messages, verdict: Verdict) -> str:
    if any(finding.code == "known_key" for finding in verdict.findings):
        return messages.gettext("Opened with another session key")
    if verdict.repairs:
        form = messages.ngettext(
            "Opened after {count} repair", "Opened after {count} repairs", len(verdict.repairs)
        )
        return form.format(count=len(verdict.repairs))
    return messages.gettext("Opened")


def _first_repairs(verdict: Verdict) -> list[Finding]:
    codes = {repair.code for repair in verdict.repairs} | {"known_key"}
    return [finding for finding in verdict.findings if finding.code in codes][:MOST_REPAIRS]


def _partly(messages: Messages, verdict: Verdict, cause: Finding | None) -> Words:
    state = messages.gettext("Partly opened")
    readable = _readable(messages, verdict)
    origin = origin_sentence(messages, verdict)
    marks, told = chips(messages, verdict), (cause,) if cause else ()
    further = _further(messages, verdict, told)
    if cause is None:
        return Words("warn", state, _joined(readable, origin), "", marks, further, unfold=True)
    text = messages.finding(cause)
    lines = (_joined(readable, text.advice), origin)
    return Words(
        "warn",
        f"{state} · {text.text}",
        "\n".join(line for line in lines if line),
        sdk_sentence(messages, text.sdk),
        marks,
        further,
        unfold=True,
    )


def _incomplete(messages: Messages, verdict: Verdict, cause: Finding) -> Words:
    text = messages.finding(cause)
    told = [finding for finding in verdict.findings if finding.code in MISSING]
    headline = text.text
    if len(told) > 1:
        names = ", ".join(MISSING[finding.code] for finding in told)
        headline = messages.gettext("Still missing: {names}").format(names=names)
    further = _further(messages, verdict, told)
    return Words("info", headline, text.advice, further=further, unfold=True)


def _readable(messages: Messages, verdict: Verdict) -> str:
    """Say how much of the text is readable."""
    whole = len(verdict.blocks)
    readable = sum(s in (BlockState.READABLE, BlockState.PADDING) for s in verdict.blocks)
    if not whole or readable == whole:
        return ""
    return messages.gettext("{readable} of {whole} blocks of 16 bytes are readable.").format(
        readable=readable, whole=whole
    )


def _further(
    messages: Messages, verdict: Verdict, told: Collection[Finding] = ()
) -> tuple[tuple[str, str], ...]:
    """Return the findings that are not told elsewhere in the banner."""
    lines = []
    for finding in verdict.findings:
        if finding.code not in TOLD_ELSEWHERE and not any(finding is one for one in told):
            text = messages.finding(finding)
            lines.append((TONES[finding.severity], _joined(text.text, text.advice)))
    return tuple(dict.fromkeys(lines))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)

"""What the banner says of a verdict: one sentence, what it means, what to do, and the details."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.messages import FindingText, Messages
from inspector.tickets import Outcome, Verdict
from inspector.tickets.payload import kinds
from inspector.tickets.verdict import NO_KEY_FITS, OUTCOME_WORDS, STORED
from inspector.window.verdict_banner.marks import Mark, marks
from inspector.window.verdict_banner.origin import origin_sentence
from inspector.window.widgets.text import grouped

TONES: Final = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.INFO: "info"}
MISSING: Final = {
    "session_key_missing": "session_key",
    "iv_missing": "iv",
    "encrypted_data_missing": "encryptedData",
}
SHOWN_ELSEWHERE: Final = ("app_id_ok", "signature_ok", "watermark_age", STORED)
"""Findings that the marks and the sentence of origin show."""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a banner says, in one language."""

    tone: str
    """`ok`, `warn`, `err`, `info` or `plain`."""
    headline: str
    """One sentence: the verdict."""
    meaning: str = ""
    """What it means, a line or a few."""
    steps: tuple[str, ...] = ()
    """What to do next; numbered where there are several."""
    marks: tuple[Mark, ...] = ()
    """Each fact that has a mark of its own: app id, signature."""
    details: tuple[tuple[str, str], ...] = ()
    """Tone and sentences of the other findings, and what SDKs return, behind a fold."""
    unfold: bool = False
    """True when the details are to be seen at once where there is room."""

    @property
    def spoken(self) -> str:
        """All of it as one text, for people who hear the window."""
        further = [*(mark.text for mark in self.marks), *(text for _, text in self.details)]
        several = len(self.steps) > 1
        steps = [f"{n}. {s}" if several else s for n, s in enumerate(self.steps, 1)]
        parts = (self.headline, self.meaning, *steps, *further)
        return "\n".join(part for part in parts if part)


def verdict_words(messages: Messages, verdict: Verdict, keys_tried: int = 0) -> Words:
    """Return what the banner says of a verdict.

    `keys_tried` is how many other session keys, used since the window opened, were tried on it.
    """
    cause = next((f for f in verdict.findings if f.severity is Severity.ERROR), None)
    if verdict.is_stored:
        return _stored(messages, verdict)
    if verdict.outcome is Outcome.NO_TICKET:
        return _no_ticket(messages, verdict)
    return _judged(messages, verdict, cause, keys_tried)


def _stored(messages: Messages, verdict: Verdict) -> Words:
    """Say what somebody saved, in a tone that vouches for none of it."""
    others = tuple(finding for finding in verdict.findings if finding.code != STORED)
    words = verdict_words(messages, replace(verdict, findings=others))
    text = messages.finding(next(f for f in verdict.findings if f.code == STORED))
    saved = messages.gettext("Saved verdict: {verdict}").format(verdict=words.headline)
    meaning = "\n".join(part for part in (text.text, words.meaning) if part)
    shown = marks(messages, verdict) if words.marks else ()
    return replace(
        words, tone="info", headline=saved, meaning=meaning, steps=steps_of(text), marks=shown
    )


def _judged(messages: Messages, verdict: Verdict, cause: Finding | None, keys_tried: int) -> Words:
    if verdict.outcome is Outcome.OPENED:
        return _opened(messages, verdict, cause)
    if verdict.outcome is Outcome.INCOMPLETE and cause is not None and cause.code in MISSING:
        return _incomplete(messages, verdict, cause)
    if verdict.outcome is Outcome.PARTLY:
        return _partly(messages, verdict, cause)
    return _not_opened(messages, verdict, cause, keys_tried)


def _no_ticket(messages: Messages, verdict: Verdict) -> Words:
    """Say what a text is that holds no ticket, and what to do next."""
    if not verdict.findings:
        return _nothing_found(messages)
    first, *others = verdict.findings
    text = messages.finding(first)
    tone = TONES[first.severity] if first.severity is not Severity.ERROR else "warn"
    details = tuple((TONES[f.severity], messages.advised(f)) for f in others)
    return Words(tone, bare(text.text), "\n".join(text.further), steps_of(text), details=details)


def _nothing_found(messages: Messages) -> Words:
    _ = messages.gettext
    return Words(
        "info",
        _("No share data was found in what was pasted"),
        steps=(
            _("Name the values: session_key, iv and encryptedData, in any form."),
            _("Or paste the three values alone, one a line."),
            _("Or select a value in the paste box and say what it is (Edit, Use selection)."),
        ),
    )


def _not_opened(
    messages: Messages, verdict: Verdict, cause: Finding | None, keys_tried: int
) -> Words:
    state = messages.gettext(OUTCOME_WORDS[Outcome.NOT_OPENED])
    if cause is None:
        return Words("err", state, details=_details(messages, verdict), unfold=True)
    text = messages.finding(cause)
    tried = _tried(messages, verdict, keys_tried) if cause.code == "session_key_wrong" else ""
    return Words(
        "err",
        f"{state} · {bare(text.text)}",
        tried,
        steps_of(text),
        details=_details(messages, verdict, (cause, *_told_by(tried, verdict)), text.sdk),
    )


def _told_by(tried: str, verdict: Verdict) -> list[Finding]:
    """Return the findings that a sentence about the keys that were tried says, too."""
    return [f for f in verdict.findings if tried and f.code == NO_KEY_FITS]


def _tried(messages: Messages, verdict: Verdict, count: int) -> str:
    """Say whether another session key used since the window opened fits."""
    if any(proposal.code == "known_key" for proposal in verdict.proposals):
        return messages.gettext("A session_key used since you opened the window decrypts it.")
    if not count:
        return ""
    form = messages.ngettext(
        "The other session_key used since you opened the window does not fit either.",
        "None of the {count} other session_keys used since you opened the window fits either.",
        count,
    )
    return form.format(count=grouped(count))


def _opened(messages: Messages, verdict: Verdict, cause: Finding | None) -> Words:
    told = _told_repairs(verdict)
    lines = [origin_sentence(messages, verdict)]
    sdk = ""
    if cause is not None:
        lines.insert(0, messages.advised(cause))
        sdk = messages.finding(cause).sdk
    elif told:
        most = messages.finding(max(told, key=_times))
        lines.append(most.advice)
        sdk = most.sdk
    shown = (*told, *([cause] if cause else []))
    return Words(
        "warn" if shown else "ok",
        _opened_headline(messages, verdict),
        "\n".join(line for line in lines if line),
        (),
        marks(messages, verdict),
        _details(messages, verdict, shown, sdk),
    )


def _opened_headline(messages: Messages, verdict: Verdict) -> str:
    _ = messages.gettext
    state = _(OUTCOME_WORDS[verdict.outcome])
    if any(finding.code == "known_key" for finding in verdict.findings):
        state = _("Decrypted with another session_key")
    title = _(kinds.title(verdict.kind)) if verdict.kind else ""
    headline = " · ".join(part for part in (state, title) if part)
    count = sum(repair.count for repair in verdict.repairs)
    if not count:
        return headline
    form = messages.ngettext(
        "{headline} ({count} correction)", "{headline} ({count} corrections)", count
    )
    return form.format(headline=headline, count=count)


def _told_repairs(verdict: Verdict) -> list[Finding]:
    codes = {repair.code for repair in verdict.repairs} | {"known_key"}
    return [finding for finding in verdict.findings if finding.code in codes]


def _times(finding: Finding) -> int:
    """Return how often a repair was made."""
    return finding.count or 1


def _partly(messages: Messages, verdict: Verdict, cause: Finding | None) -> Words:
    state = messages.gettext(OUTCOME_WORDS[verdict.outcome])
    text = messages.finding(cause) if cause is not None else FindingText("", "", "")
    lines = (_readable(messages, verdict), origin_sentence(messages, verdict))
    return Words(
        "warn",
        " · ".join(part for part in (state, bare(text.text)) if part),
        messages.joined(*lines),
        steps_of(text),
        marks(messages, verdict),
        _details(messages, verdict, (cause,) if cause else (), text.sdk),
    )


def _incomplete(messages: Messages, verdict: Verdict, cause: Finding) -> Words:
    text = messages.finding(cause)
    told = [finding for finding in verdict.findings if finding.code in MISSING]
    headline = bare(text.text)
    if len(told) > 1:
        names = messages.gettext(", ").join(MISSING[finding.code] for finding in told)
        headline = messages.gettext("Still missing: {names}").format(names=names)
    details = _details(messages, verdict, told)
    return Words("info", headline, steps=steps_of(text), details=details, unfold=True)


def _readable(messages: Messages, verdict: Verdict) -> str:
    """Say how much of the text is readable."""
    readable, whole = verdict.readable_blocks, len(verdict.blocks)
    if readable == whole:
        return ""
    return messages.gettext("{readable} of {whole} blocks of 16 bytes are readable.").format(
        readable=grouped(readable), whole=grouped(whole)
    )


def _details(
    messages: Messages, verdict: Verdict, told: Collection[Finding] = (), sdk: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return the findings that are not told elsewhere in the banner, and what SDKs return."""
    hidden = {*SHOWN_ELSEWHERE, *_beside_the_point(verdict)}
    lines = [
        (TONES[finding.severity], messages.advised(finding))
        for finding in verdict.findings
        if finding.code not in hidden and not any(finding is one for one in told)
    ]
    if sdk and not (hidden & MISSING.keys()):
        lines.append(("plain", messages.gettext("SDKs return {code} here.").format(code=sdk)))
    return tuple(dict.fromkeys(lines))


def _beside_the_point(verdict: Verdict) -> set[str]:
    """Return what is missing where something else stands in its place, such as a handle."""
    if verdict.cause in MISSING:
        return set()
    return {finding.code for finding in verdict.findings if finding.code in MISSING}


def steps_of(text: FindingText) -> tuple[str, ...]:
    """Return what to do about a finding, step by step where it is written so."""
    return text.steps or ((text.advice,) if text.advice else ())


def bare(text: str) -> str:
    """Return a sentence without its full stop, as a heading is written."""
    return text.rstrip(".。")

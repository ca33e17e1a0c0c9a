"""From what is asked for to a sealed ticket."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random, SystemRandom
from typing import Any, Final

from inspector.exact_json.parsing import JsonObject, write
from inspector.findings import Finding, Severity
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.minting.payload_checks import check_payload
from inspector.tickets.minting.raw_data import raw_data_of
from inspector.tickets.minting.sample_payloads import draw_app_id, sample_payload
from inspector.tickets.payload.kinds import kinds
from inspector.tickets.payload.watermark import spells_app_id
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Outcome

ATTEMPTS: Final = 50
"""Keys drawn until a damage shows."""
SEEDED_TIME: Final = 1_767_225_600
"""2026-01-01 00:00:00 UTC, the time of a seeded ticket whose time nobody chose."""


@dataclass(frozen=True, slots=True)
class MintSpec:
    """What a test ticket should be. A key cannot be asked for."""

    kind: str = "group_share"
    """One of `mintable_kinds()`."""
    payload: Any = None
    """A JSON value, or a text to be sealed as it is; None draws one of the kind."""
    app_id: str | None = None
    """The mini program in the watermark; None draws one, or leaves a given payload as it is."""
    timestamp: int | None = None
    """The watermark's unix seconds; None is now (`SEEDED_TIME` with a seed), or leaves a given
    payload as it is."""
    seed: int | str | None = None
    """Makes everything that is drawn reproducible, the key too; None draws from the system."""
    damages: tuple[str, ...] = ()
    """Names in `DAMAGES`; of several, the tickets get one each in turn."""


@dataclass(frozen=True, slots=True)
class Minted:
    """A test ticket and what is known of it."""

    kind: str
    payload: Any
    """The JSON value that was sealed, or the text."""
    plaintext: str = field(repr=False)
    """The text that was sealed."""
    whole: Ticket
    """The ticket before damage, with `rawData` and `signature` where the call gives them."""
    ticket: Ticket
    """The ticket as it goes out: `whole`, or a damaged copy."""
    raw_data: str = field(repr=False)
    """`rawData` for the form of 2017, where every call gave it."""
    damage: str | None
    """What was done to it."""
    outcome: Outcome
    """What judging it should give."""
    cause: str | None
    """The finding that judging it should name first."""
    findings: tuple[Finding, ...]
    """What is unusual about a given payload, and `damage_without_effect` where the damage that
    was asked for cannot show on it. Nothing is refused."""

    @property
    def session_key(self) -> str:
        """The key it was really sealed under, whatever the damage."""
        return self.whole.session_key or ""


def mintable_kinds() -> tuple[str, ...]:
    """Return the kinds that can be minted, in the order of the table."""
    return tuple(name for name, kind in kinds().items() if kind.template is not None)


def mint(spec: MintSpec, *, now: float | None = None) -> Minted:
    """Return one test ticket.

    Raises:
        KeyError: the kind or a damage is none that can be minted.
    """
    return next(mint_many(spec, 1, now=now))


def mint_many(spec: MintSpec, count: int, *, now: float | None = None) -> Iterator[Minted]:
    """Give test tickets one by one, each under a key of its own; `now` is unix seconds.

    The n-th ticket of a seed is the same however many are asked for.

    Raises:
        KeyError: the kind or a damage is none that can be minted.
    """
    for name in spec.damages:
        DAMAGES[name]
    for number in range(count):
        yield _minted(spec, number, _random(spec.seed, number), now)


def _minted(spec: MintSpec, number: int, random: Random, now: float | None) -> Minted:
    payload = _payload(spec, random, now)
    text = payload if isinstance(payload, str) else write(payload)
    app_id = _app_id(payload) or spec.app_id
    raw_data = raw_data_of(spec.kind, payload)
    signed = raw_data if kinds()[spec.kind].signs_raw_data else None
    name = spec.damages[number % len(spec.damages)] if spec.damages else None
    whole, ticket = _sealed(text, app_id, signed, name, random)
    findings = check_payload(spec.kind, payload)
    made = DAMAGES[name] if name and ticket != whole else None
    if made and made.cause == "app_id_mismatch" and _app_id(payload) is None:
        made, ticket = None, whole  # without a watermark nobody can tell
    if name and made is None:
        findings += (Finding("damage_without_effect", Severity.WARNING, None, {"damage": name}),)
    return Minted(
        kind=spec.kind,
        payload=payload,
        plaintext=text,
        whole=whole,
        ticket=ticket,
        raw_data=raw_data,
        damage=made.name if made else None,
        outcome=made.outcome if made else Outcome.OPENED,
        cause=made.cause if made else None,
        findings=findings,
    )


def _sealed(
    text: str, app_id: str | None, signed: str | None, name: str | None, random: Random
) -> tuple[Ticket, Ticket]:
    """Return a ticket whole and damaged, under the first of some keys on which it shows.

    Escaped slashes need a slash, a cut at 255 characters needs more of them.
    """
    for _ in range(ATTEMPTS):
        sealed = Sealed(random.randbytes(16), random.randbytes(16), text, app_id, signed)
        whole = ticket = sealed.ticket
        try:
            ticket = damage(sealed, name, random) if name else whole
        except (ValueError, IndexError):  # the text is too short for this damage
            break
        if not name or ticket != whole:
            break
    return whole, ticket


def _random(seed: int | str | None, number: int) -> Random:
    """Return the source of everything drawn for one ticket."""
    if seed is None:
        return SystemRandom()
    return Random(f"{seed}/{number}")  # noqa: S311 - reproducible is what a seed asks for


def _payload(spec: MintSpec, random: Random, now: float | None) -> Any:
    if spec.payload is not None:
        return _stamped(spec.payload, spec.app_id, spec.timestamp)
    fallback = SEEDED_TIME if spec.seed is not None else int(time.time() if now is None else now)
    timestamp = fallback if spec.timestamp is None else spec.timestamp
    return sample_payload(spec.kind, spec.app_id or draw_app_id(random), timestamp, random)


def _stamped(payload: Any, app_id: str | None, timestamp: int | None) -> Any:
    """Return a given payload with the app id and time that were chosen in its watermark."""
    if not isinstance(payload, dict) or (app_id is None and timestamp is None):
        return payload
    old = payload.get("watermark")
    mark = dict(old) if isinstance(old, dict) else {}
    if timestamp is not None:
        mark["timestamp"] = timestamp
    if app_id is not None:
        mark[spells_app_id(mark) or "appid"] = app_id
    return JsonObject(payload | {"watermark": mark})


def _app_id(payload: Any) -> str | None:
    mark = payload.get("watermark") if isinstance(payload, dict) else None
    app_id = mark.get(spells_app_id(mark) or "") if isinstance(mark, dict) else None
    return app_id if isinstance(app_id, str) else None

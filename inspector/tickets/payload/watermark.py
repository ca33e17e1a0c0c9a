"""What a payload's watermark tells: whose data it is, and when it was fetched.

The watermark is `{"timestamp": seconds, "appid": "wx..."}`, `appId` on Xiaohongshu. Payloads
without one exist (DOMAIN 1.1), so its absence is told and never held against a ticket.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from inspector.findings import Finding, Severity

CLOCK_SKEW: Final = 300
"""Seconds that a phone's or a server's clock may be ahead without a word."""
MILLISECONDS_FROM: Final = 100_000_000_000
"""A timestamp as large as this (the year 5138) was written in milliseconds."""


class Watermark(NamedTuple):
    """The parts of a watermark that could be read."""

    app_id: str | None
    """The mini program that the data belongs to; None where it is missing or is no text."""
    timestamp: int | None
    """When the data was fetched, in unix seconds; None where it is missing or is no time."""


def spells_app_id(watermark: Mapping[str, Any]) -> str | None:
    """Return the name under which a watermark holds its app id: `appid`, `appId` or None."""
    if "appid" in watermark:
        return "appid"
    return "appId" if "appId" in watermark else None


def read_watermark(payload: Any) -> Watermark | None:
    """Return the watermark of a JSON value; None where it has none that is an object."""
    mark = payload.get("watermark") if isinstance(payload, dict) else None
    if not isinstance(mark, dict):
        return None
    app_id, timestamp = mark.get(spells_app_id(mark) or ""), mark.get("timestamp")
    is_usual = type(timestamp) is int and 0 <= timestamp < MILLISECONDS_FROM
    return Watermark(
        app_id if isinstance(app_id, str) else None,
        timestamp if is_usual else _seconds(timestamp),
    )


def judge_watermark(
    payload: Any, now: float, expected_app_id: str | None = None
) -> tuple[Finding, ...]:
    """Return the findings about a payload's watermark; none for a payload that is text.

    Args:
        payload: The JSON value, or the text of a payload that is text.
        now: The moment to count its age from, in unix seconds.
        expected_app_id: The mini program it should belong to; None or blank leaves it open.
    """
    if not isinstance(payload, dict):
        return ()
    return judge_mark(read_watermark(payload), now, expected_app_id)


def judge_mark(
    mark: Watermark | None, now: float, expected_app_id: str | None = None
) -> tuple[Finding, ...]:
    """Return the findings about the watermark of an object; None where it has none."""
    if mark is None or (mark.app_id is None and mark.timestamp is None):
        return (Finding("watermark_missing", Severity.INFO),)
    owner = _owner(mark.app_id, expected_app_id.strip()) if expected_app_id else None
    age = None if mark.timestamp is None else _age(mark.timestamp, now)
    if owner is None:
        return () if age is None else (age,)
    return (owner,) if age is None else (owner, age)


def _owner(app_id: str | None, expected: str) -> Finding | None:
    if not expected or app_id is None:
        return None
    if app_id == expected:
        return Finding("app_id_ok", Severity.INFO, "appid", {"app_id": app_id})
    parameters = {"expected": expected, "actual": app_id}
    return Finding("app_id_mismatch", Severity.ERROR, "appid", parameters)


def _age(timestamp: int, now: float) -> Finding:
    age = int(now) - timestamp
    if age < -CLOCK_SKEW:
        parameters = {"timestamp": timestamp, "age_seconds": age}
        return Finding("watermark_future", Severity.WARNING, None, parameters)
    parameters = {"timestamp": timestamp, "age_seconds": max(age, 0)}
    return Finding("watermark_age", Severity.INFO, None, parameters)


def _seconds(value: object) -> int | None:
    """Return a time as whole seconds, also from text and from milliseconds; else None."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 16:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if not 0 <= value < MILLISECONDS_FROM * 1000:
        return None
    seconds = value / 1000 if value >= MILLISECONDS_FROM else value
    return int(seconds)

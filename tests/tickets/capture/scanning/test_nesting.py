from __future__ import annotations

from inspector.tickets.capture.scanning.nesting import Scope, scopes
from inspector.tickets.capture.scanning.sightings import Frame, Sighting


def innermost(text: str, *frames: Frame) -> list[Scope]:
    """Return the scope of each `x` of a text."""
    seen = [Sighting("iv", "x", at, at + 1) for at, sign in enumerate(text) if sign == "x"]
    return scopes(text, seen, frames)[1]


def kinds(scope: Scope | None) -> list[str]:
    return [scope.kind, *kinds(scope.parent)] if scope else []


def test_brackets_nest() -> None:
    a, b, c = innermost("{x [x] x}")
    assert a is c
    assert b.parent is a
    assert kinds(b) == ["[", "{", "line", "paragraph", "text"]


def test_siblings_are_apart() -> None:
    a, b = innermost("[{x},{x}]")
    assert a is not b
    assert a.parent is b.parent


def test_lines_and_paragraphs_hold_what_no_bracket_holds() -> None:
    a, b, c, d = innermost("x x\nx\n\nx")
    assert a is b
    assert a is not c
    assert c.parent is a.parent
    assert d.parent is not a.parent


def test_encoded_brackets_and_tags_count() -> None:
    a, b = innermost("%7Bx%7D%257Bx%257D")
    assert a is not b
    c, d = innermost("<t>x</t><t>x</t>")
    assert c is not d


def test_stray_brackets_are_ignored() -> None:
    a, b = innermost("x ) } x")
    assert a is b


def test_frames_are_apart_and_nothing_stays_open_across_them() -> None:
    a, b = innermost("{ x   { x", Frame(0, 5), Frame(5, 9))
    assert kinds(a) == kinds(b) == ["{", "line", "paragraph", "frame", "text"]


def test_very_deep_nesting_is_flattened() -> None:
    deep = innermost("{" * 100_000 + "x")[0]
    assert deep.depth < 100

"""Tells which forms in the rows of targets a node fits, by its members and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from inspector.share_paths.source.values import Node
from inspector.share_paths.target import Target, targets

Form = Mapping[str, Any]

NAMES: Final = frozenset({"has", "none", "any", "only", "owner_any", "owner_has", "owner_none"})
"""Rules of a form that are names of members."""
PLACED: Final = frozenset({"first", "scene_first"})
"""Rules by which the place of a text among arguments says what it is."""
NONE: Final[frozenset[str]] = frozenset()


def fitting(node: Node, *, loose: bool) -> Iterator[tuple[Target, Form]]:
    """Yield the forms that a node fits, in the order of the targets."""
    for target, form in _forms(loose=loose, bare=not node.members):
        if _fits_members(form, node) and _fits_place(form, node):
            yield target, form


@cache
def _forms(*, loose: bool, bare: bool) -> tuple[tuple[Target, Form], ...]:
    """Return the forms of all targets, their lists of names as sets.

    A bare node, one without members, holds a path only where the place of a text says so.
    """
    return tuple(
        (target, {rule: frozenset(n) if rule in NAMES else n for rule, n in form.items()})
        for target in targets()
        for form in target.read
        if form.get("loose", False) is loose and not (bare and PLACED.isdisjoint(form))
    )


def _fits_place(form: Form, node: Node) -> bool:
    """Tell whether the node stands where the form demands it: in a call, a tag, an object."""
    called = node.call.rpartition(".")[2] if not form.get("whole_call") else node.call
    for rule, text in (("call", called), ("tag", node.call.removeprefix("<"))):
        if rule in form and not _pattern(form[rule], whole=form.get("whole_call")).fullmatch(text):
            return False
    if "tag" in form and not node.call.startswith("<"):
        return False
    if "not_call" in form and _pattern(form["not_call"]).fullmatch(called):
        return False
    if "key" in form and node.key not in form["key"]:
        return False
    if "first_is" in form and node.first != form["first_is"]:
        return False
    return _fits_owner(form, node.owner)


def _fits_owner(form: Form, owner: Node | None) -> bool:
    members = owner.members if owner is not None else {}
    if "owner_key" in form and not any(o.key in form["owner_key"] for o in _owners(owner)):
        return False
    if "owner_any" in form and form["owner_any"].isdisjoint(members):
        return False
    if "owner_has" in form and not form["owner_has"] <= members.keys():
        return False
    forbidden: frozenset[str] = form.get("owner_none", NONE)
    return forbidden.isdisjoint(members)


def _owners(owner: Node | None) -> Iterator[Node]:
    while owner is not None:
        yield owner
        owner = owner.owner


def _fits_members(form: Form, node: Node) -> bool:
    names = node.members.keys()
    if not form.get("has", NONE) <= names or not form.get("none", NONE).isdisjoint(names):
        return False
    if "scene_first" in form and not node.texts:
        return False
    if "any" in form and form["any"].isdisjoint(names):
        return False
    if "only" in form and not names <= form["only"]:
        return False
    if any(not isinstance(node.members.get(n, ""), str) for n in form.get("plain_texts", ())):
        return False
    return all(node.members.get(name) == value for name, value in form.get("where", {}).items())


@cache
def _pattern(names: str, *, whole: bool | None = None) -> re.Pattern[str]:
    if whole:
        return re.compile(rf"(?:.*\.)?(?:{names})", re.IGNORECASE)
    return re.compile(f"(?:{names})")

"""Splits the query of an address whose member names are known."""

from __future__ import annotations

from collections.abc import Collection


def split_members(query: str, known: Collection[str], carrier: str) -> dict[str, str]:
    """Return the members as they are written, undecoded.

    A member that is not known belongs to the value of `carrier`, which somebody forgot to
    encode: `path=/a?id=1&b=2` is one path.
    """
    members: dict[str, list[str]] = {}
    last: str | None = None
    for piece in query.split("&"):
        name, _, value = piece.partition("=")
        if name in known and name not in members:
            members[name] = [value]
            last = name
        elif piece and carrier in members and last == carrier:
            members[carrier].append(piece)
    return {name: "&".join(pieces) for name, pieces in members.items()}

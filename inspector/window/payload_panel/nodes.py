"""The payload as nodes that are made when they are looked at, in groups of a hundred.

A container of more than `MOST_DIRECT` members shows ranges of them first, so that no look at a
payload of any size makes more than a few hundred nodes, and the last member of a million is
as near as the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Self

from inspector.exact_json.members import IndexPath, KeyPath, Members, member_count

GROUP: Final = 100
"""Members of one range."""
MOST_DIRECT: Final = 200
"""Containers up to this size show their members without ranges."""


class Node:
    """One row of the tree: a member, or a range of members of its parent."""

    __slots__ = ("_children", "_members", "_positions", "name", "parent", "row", "value")

    def __init__(
        self, value: Any, name: str | int | None = None, parent: Self | None = None, row: int = 0
    ) -> None:
        self.value = value
        """The JSON value; for a range the container that it is part of."""
        self.name = name
        """The member's name or index; None for the root and for a range."""
        self.parent = parent
        self.row = row
        self._members: Members | None = None
        self._positions: Sequence[int] | None = None
        self._children: list[Self] | None = None

    @property
    def is_range(self) -> bool:
        """True for a row that stands for some members of its parent."""
        return self._positions is not None and self.parent is not None and self.name is None

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last position of a range."""
        positions = self._positions or (0,)
        return positions[0], positions[-1]

    @property
    def size(self) -> int:
        """How many members the container, or the range, holds."""
        if self.is_range and self._positions is not None:
            return len(self._positions)
        return member_count(self.value)

    @property
    def has_children(self) -> bool:
        """True when rows stand below."""
        return self.size > 0

    @property
    def children(self) -> Sequence[Self]:
        """The rows below, made at the first look."""
        if self._children is None:
            self._children = self._make_children()
        return self._children

    @property
    def trail(self) -> IndexPath:
        """The way from the root, by positions."""
        steps: list[int] = []
        node: Node | None = self
        while node is not None and node.parent is not None:
            if not node.is_range:
                steps.append(node.position)
            node = node.parent
        return tuple(reversed(steps))

    @property
    def names(self) -> KeyPath:
        """The way from the root, by names and indexes."""
        steps: list[str | int] = []
        node: Node | None = self
        while node is not None:
            if node.name is not None:
                steps.append(node.name)
            node = node.parent
        return tuple(reversed(steps))

    @property
    def position(self) -> int:
        """Where the member stands in its container."""
        parent = self.parent
        return 0 if parent is None else parent.seen[self.row]

    def take_part(self, positions: Sequence[int], members: Members) -> None:
        """Become a range: some of the parent's members."""
        self._positions, self._members = positions, members

    def child_towards(self, position: int) -> Self | None:
        """Return the row below that is, or holds, the member at a position."""
        for child in self.children:
            if child.is_range:
                first, last = child.bounds
                if first <= position <= last:
                    return child
            elif child.position == position:
                return child
        return None

    @property
    def seen(self) -> Sequence[int]:
        """The positions of the members that stand below."""
        if self._positions is None:
            self._positions = range(self.size)
        return self._positions

    def _make_children(self) -> list[Self]:
        positions = self.seen
        if len(positions) > MOST_DIRECT:
            size = GROUP
            while len(positions) > size * GROUP:
                size *= GROUP
            return [
                self._range(positions[start : start + size], row)
                for row, start in enumerate(range(0, len(positions), size))
            ]
        return [self._child(position, row) for row, position in enumerate(positions)]

    def _child(self, position: int, row: int) -> Self:
        if self._members is None:
            self._members = Members(self.value)
        members = self._members
        return type(self)(members.value(position), members.name(position), self, row)

    def _range(self, positions: Sequence[int], row: int) -> Self:
        if self._members is None:
            self._members = Members(self.value)
        made = type(self)(self.value, None, self, row)
        made.take_part(positions, self._members)
        return made


def root_of(value: Any) -> Node:
    """Return the node whose children are the tree's first rows.

    A value without members becomes the one row of the tree, under the name of the whole.
    """
    node = Node(value)
    if not node.has_children:
        return Node([value])
    return node


def find_node(root: Node, trail: IndexPath) -> Node | None:
    """Return the row of a member, making what lies on the way; None where it is not shown."""
    node = root
    for position in trail:
        step = node.child_towards(position)
        while step is not None and step.is_range:
            step = step.child_towards(position)
        if step is None:
            return None
        node = step
    return node

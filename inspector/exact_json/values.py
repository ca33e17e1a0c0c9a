"""What exact JSON is held in: subclasses of Python's own values that lose nothing of the text."""

from __future__ import annotations

from collections import Counter
from typing import Any, Self

from inspector.exact_json.big_integers import digits_to_integer


class NotJson(ValueError):  # it names a fact, as the finding not_json does
    """A text is no strict JSON."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(f"{reason} at {position}")
        self.position = position
        """Index of the first character that cannot be, in code points from 0."""
        self.reason = reason
        """What was wrong, an English msgid for `Messages.gettext`, without a full stop."""

    def __reduce__(self) -> tuple[type[NotJson], tuple[int, str]]:
        return NotJson, (self.position, self.reason)


class JsonObject(dict[str, Any]):
    """A JSON object. As a dict it holds the last value of a repeated name, as JavaScript does.

    Treat it as read-only: `pairs` does not follow changes where a name is repeated.
    """

    __slots__ = ()

    @staticmethod
    def of(pairs: list[tuple[str, Any]]) -> JsonObject:
        """Return the object with these members; it keeps those whose name is repeated."""
        value = JsonObject(pairs)
        return value if len(value) == len(pairs) else RepeatingObject(pairs)

    @property
    def pairs(self) -> tuple[tuple[str, Any], ...]:
        """All members in the order of the text, repeated names included."""
        return tuple(self.items())

    @property
    def duplicates(self) -> tuple[str, ...]:
        """The names that stand more than once, each once, in the order of the text."""
        return ()


class RepeatingObject(JsonObject):
    """A JSON object in which a name stands more than once."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self._pairs = tuple(pairs)

    @property
    def pairs(self) -> tuple[tuple[str, Any], ...]:
        """All members in the order of the text, repeated names included."""
        return self._pairs

    @property
    def duplicates(self) -> tuple[str, ...]:
        """The names that stand more than once, each once, in the order of the text."""
        counts = Counter(name for name, _ in self._pairs)
        return tuple(name for name, count in counts.items() if count > 1)

    def __reduce__(self) -> tuple[type[RepeatingObject], tuple[list[tuple[str, Any]]]]:
        return RepeatingObject, (list(self._pairs),)


class JsonFloat(float):
    """A number with a fraction or an exponent, its text kept: `1.10` stays `1.10`."""

    __slots__ = ("literal",)
    literal: str
    """The number as it stood."""

    def __new__(cls, literal: str) -> Self:
        """Take the number's text."""
        number = float.__new__(cls, literal)
        number.literal = literal
        return number

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]  # float's own gives a float
        return (self.literal,)

    def __repr__(self) -> str:
        return self.literal

    __str__ = __repr__


class JsonInteger(int):
    """An integer whose text an `int` would lose or refuse: `-0`, or thousands of digits."""

    literal: str
    """The number as it stood."""

    def __new__(cls, literal: str) -> Self:
        """Take the number's text."""
        number = super().__new__(cls, digits_to_integer(literal))
        number.literal = literal
        return number

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]  # int's own gives an int
        return (self.literal,)

    def __repr__(self) -> str:
        return self.literal

    __str__ = __repr__

"""What a JSON value holds, as one number: equal values have equal ones, whatever their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from inspector.exact_json.writing import number_literal, write

if TYPE_CHECKING:
    from decimal import Decimal

DEEPEST: Final = 100
"""Levels that are gone into one by one; what lies deeper is compared by its text."""


def same_scalar(left: Any, right: Any) -> bool:
    """Say whether two values that are not both dicts or both lists are the same JSON value."""
    if isinstance(left, (dict, list)) or isinstance(right, (dict, list)):
        return False
    if _is_number(left) and _is_number(right):
        return _number(left) == _number(right)
    return type(left) is type(right) and left == right


def is_deeper(value: Any, levels: int) -> bool:
    """Say whether more than so many containers lie within each other."""
    level = [value]
    for _ in range(levels):
        level = [
            child
            for each in level
            if isinstance(each, (dict, list))
            for child in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return any(isinstance(each, (dict, list)) for each in level)


class Structures:
    """Tells what values hold; remembers it for each container as long as it lives itself."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of(self, value: Any, depth: int = 0) -> int:
        """Return the number of a value. The value must outlive this object."""
        if not isinstance(value, (dict, list)):
            return _scalar_structure(value)
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = self._container(value, depth + 1)
        return known

    def _container(self, value: Any, depth: int) -> int:
        if depth > DEEPEST:
            return hash(write(value))
        if isinstance(value, list):
            return hash(("list", *[self.of(item, depth) for item in value]))
        return hash(frozenset([(name, self.of(item, depth)) for name, item in value.items()]))


def _scalar_structure(value: Any) -> int:
    if _is_number(value):
        return hash(("number", str(_number(value))))
    return hash((type(value).__name__, value))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: float) -> Decimal | str:
    """Return a number exactly; its text where the exponent is past all measure."""
    from decimal import Decimal, InvalidOperation

    literal = number_literal(value)
    try:
        return Decimal(literal)
    except InvalidOperation:
        return literal

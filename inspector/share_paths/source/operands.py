"""Reads expressions: operands, what operators make of them, lists, calls and their arguments."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.source import expressions
from inspector.share_paths.source.assignments import is_name
from inspector.share_paths.source.calls import CallReader, Place
from inspector.share_paths.source.cursor import END
from inspector.share_paths.source.tokens import NAME, NUMBER, TEXT, Token, prefixes_a_text
from inspector.share_paths.source.values import ABSENT, Node, Unknown, Value

MAX_DEPTH: Final = 90
KEYWORDS: Final = frozenset(
    """
    async await case const def default delete do echo else export final function in let new
    of override private protected public readonly return static throw typeof var void yield
    """.split()  # noqa: SIM905 - a list of words is read more easily
)
"""Words that stand before an operand and do not change what it is."""
WORDS: Final = {
    "true": True,
    "false": False,
    "True": True,
    "False": False,
    "null": None,
    "None": None,
    "nil": None,
    "undefined": ABSENT,
    "NaN": ABSENT,
    "\u2026": ABSENT,
}
PREFIXES: Final = KEYWORDS | {"!", "-", "+", "~", "++", "*", "&", "@", "..."}
ENDS: Final = frozenset(",})]:=;")
OPERATORS: Final = frozenset({*"-*/%<>&|^", "===", "==", "!=", "!==", "in", "instanceof"})
JOINING: Final = {
    "+": expressions.joined,
    "||": expressions.either,
    "??": expressions.either,
    "&&": expressions.both,
}
JOINTS: Final = OPERATORS | {".", "..", "to", *JOINING}
DOLLAR_WORDS: Final = frozenset({"val", "fun"})
LONGEST_INTEGER: Final = 18
PHP_MEMBER: Final = re.compile(r"\{\$\w+->  # `{$order->`", re.VERBOSE)
"""What no language but PHP writes within a text."""


class OperandReader(CallReader):
    """Reads expressions; objects are filled by `_members` of whoever knows what stands in them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._named_only: Node | None = None
        """What the last list was, if PHP or Swift wrote an object as one: names and values."""

    def _members(self, node: Node, depth: int) -> None:
        """Read up to the closing brace of an object."""
        raise NotImplementedError

    def _evaluate(self, inner: str) -> Value:
        """Return what an expression inside a template comes to."""
        return type(self)(inner)._expression(0)  # noqa: SLF001 - another one of this class

    def _value_at(self, place: Place, depth: int) -> Value:
        """Read an expression whose first object stands at that place."""
        outer, self._place = self._place, place
        value, self._place = self._expression(depth + 1), outer
        return value

    def _expression(self, depth: int) -> Value:
        """Read an expression; at least one token of it."""
        if depth > MAX_DEPTH:
            self._next()
            return ABSENT
        value = self._binary(depth)
        if self._is("?"):
            self._next()
            yes = self._expression(depth + 1)
            no = self._expression(depth + 1) if self._skip(":") else ABSENT
            value = expressions.chosen(value, yes, no)
        if self._skip("=>"):
            value = self._expression(depth + 1)
        return value

    def _binary(self, depth: int) -> Value:
        value = self._unary(depth)
        while self._is_one_of(JOINTS):
            joint = self._token.text
            following = self._peek(1).text
            if expressions.concatenates(joint, value, following) and self._goes_on(value):
                self._next()
                value = expressions.joined(value, self._unary(depth))
            elif joint in JOINING:
                self._next()
                value = JOINING[joint](value, self._unary(depth))
            elif joint == "." and self._is_php_joint(value):
                self._next()
                value = expressions.php_joined(value, self._unary(depth))
            elif joint == "to" and is_name(value):
                self._next()
                value = self._pair(str(value), self._unary(depth))
            elif joint == "%" and isinstance(value, str):
                self._next()
                value = expressions.formatted(value, self._tuple(depth))
            elif joint in OPERATORS and self._goes_on(value):
                self._next()
                value = expressions.computed(value, self._unary(depth))
            else:
                break
        return value

    def _tuple(self, depth: int) -> list[Value]:
        """Read what a Python text is filled with: one value, or several in parentheses."""
        if self._skip("("):
            return self._list(depth)
        return [self._unary(depth)]

    def _goes_on(self, value: Value) -> bool:
        """Tell whether an operator has a second operand; `"text">` is the end of a tag."""
        after = self._peek(1)
        is_operand = after.kind in (NAME, NUMBER, TEXT) or after.text in ("(", "!")
        return is_operand and not (isinstance(value, str) and self._is("<", ">"))

    def _unary(self, depth: int) -> Value:
        """Read an operand, whatever signs and keywords stand before it."""
        negative = False
        while self._is_one_of(PREFIXES):
            negative = self._next().text == "-"
            if self._is_one_of(ENDS):
                return ABSENT
        value = self._postfix(self._primary(depth), depth)
        return -value if negative and type(value) is int else value

    def _primary(self, depth: int) -> Value:
        token = self._next()
        if token.kind == TEXT:
            text = expressions.literal(token.text)
            if token.text[0] == '"' and (
                (self._has_dollars and "$" in text) or PHP_MEMBER.search(text)
            ):
                text = expressions.dollar_template(text)
            return expressions.with_blanks(text, self._constants, self._evaluate)
        if token.kind == NUMBER:
            exact = token.text.isdecimal() and len(token.text) <= LONGEST_INTEGER
            return int(token.text) if exact else token.text
        if token.kind == NAME:
            return self._named(token)
        if token.text == "{":
            return self._object(depth)
        if token.text in ("[", "("):
            return self._bracketed(token.text, depth)
        return ABSENT

    def _bracketed(self, bracket: str, depth: int) -> Value:
        """Read a list, an array of names and values, a pair, or what stands in parentheses."""
        inside = self._list(depth)
        if bracket == "(" and self._is_type(inside):
            return self._unary(depth + 1)
        if inside and inside[0] is self._named_only:
            return self._named_only
        if len(inside) == 2 and is_name(inside[0]):
            self._pair(str(inside[0]), inside[1])
        return inside if bracket == "[" else inside[-1] if inside else ABSENT

    def _is_type(self, inside: list[Value]) -> bool:
        """Tell `(String)` before an operand, the type that it is meant to have."""
        is_operand = self._token.kind == NAME and self._token.text not in JOINTS | {"as"}
        return is_operand and bool(inside) and all(isinstance(each, Unknown) for each in inside)

    def _pair(self, name: str, value: Value) -> Value:
        """Give a member to the object whose names and values stand in pairs."""
        self._assignments.keep(self._assignments.taking("", name), name, value)
        return value

    def _named(self, token: Token) -> Value:
        """Return what a name stands for; `f` before a text makes it a Python template."""
        after = self._token
        php_item = after.text == "[" and self._peek(1).kind == TEXT
        assigned = after.text == "=" and self._peek(1).text[:1] in ("'", '"')
        is_php = token.text[0] == "$" and (after.text == "->" or php_item or assigned)
        self._is_php |= is_php or token.text == "php"
        self._has_dollars |= self._is_php or token.text in DOLLAR_WORDS
        if prefixes_a_text(token, after):
            return expressions.python_template(self._next().text, self._constants, self._evaluate)
        name = token.text.lstrip("$") if self._has_dollars else token.text
        return WORDS.get(name, Unknown(name or token.text))

    def _object(self, depth: int, *, call: str | None = None) -> Node:
        """Read an object whose brace is open."""
        place, self._place = self._place, Place()
        node = Node(
            call=place.call if call is None else call,
            key=place.key,
            owner=place.owner,
            number=place.number,
        )
        if depth < MAX_DEPTH:
            self._source.nodes.append(node)
            self._members(node, depth + 1)
        return node

    def _list(self, depth: int, *, noted: bool = True) -> list[Value]:
        """Read items up to any closing bracket; objects among them know their number."""
        place = self._place
        items: list[Value] = []
        named: Node | None = None
        while self._token is not END and not self._skip("}", "]", ")"):
            if self._skip(",", ";", ":"):
                continue
            if self._begins_named_item():
                named = named or self._named_items(place, len(items))
                self._keyed(named, depth)
                continue
            number, spread = len(items), self._is("...")
            item = self._value_at(Place(place.call, place.key, place.owner, number), depth)
            if self._skip("=>"):
                item = self._value_at(Place(place.call, place.key, place.owner, number), depth)
            items += item if spread and isinstance(item, list) else [item]
            if noted:
                self._note(item)
        for item in items:
            if isinstance(item, Node):
                item.count = len(items)
        self._named_only = None if items else named
        return items if named is None else [*items, named]

    def _begins_named_item(self) -> bool:
        """Tell `'name' => value`, `name=value` and `name: value` among items."""
        token = self._token
        if token.kind not in (TEXT, NAME):
            return False
        after = self._peek(1).text
        if token.kind == TEXT and after == "=>":
            self._has_dollars = True
            return True
        if token.kind == TEXT and after == ":":
            return True
        return token.kind == NAME and after in ("=", ":") and self._peek(2).text != ":"

    def _named_items(self, place: Place, number: int) -> Node:
        node = Node(call=place.call, key=place.key, owner=place.owner, number=number)
        self._source.nodes.append(node)
        return node

    def _keyed(self, node: Node, depth: int) -> None:
        token = self._next()
        self._next()
        name = expressions.literal(token.text) if token.kind == TEXT else token.text
        self._keep(node, name, self._value_at(Place(key=name, owner=node), depth))

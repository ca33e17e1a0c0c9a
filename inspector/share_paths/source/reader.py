"""Reads the structure of source code: which members stand together, and whose argument they are.

One tolerant routine reads objects, blocks of code and the text around them alike: whatever is
no member is an expression, and what cannot be read is passed over. Each token is looked at
once, so that no text takes more than its share of time.
"""

from __future__ import annotations

from typing import Final

from inspector.share_paths.source import expressions
from inspector.share_paths.source.assignments import ASSIGNED
from inspector.share_paths.source.calls import Place, Source
from inspector.share_paths.source.cursor import END
from inspector.share_paths.source.operands import KEYWORDS, WORDS, OperandReader
from inspector.share_paths.source.tokens import MARK, NAME, TEXT
from inspector.share_paths.source.values import Growing, Node, Unknown, Value

MOST_NEAR: Final = 20
"""Texts among which the beginning of one that grows is looked for."""


def read_source(text: str) -> Source:
    """Return what stands in a text; never raises."""
    return _SourceReader(text).read()


def read_expression(text: str) -> Value:
    """Return what a single expression comes to."""
    return _SourceReader(text).expression()


def with_blanks(text: str) -> str:
    """Return a text with each `${expression}` and `{{expression}}` as a plain blank."""
    return expressions.with_blanks(text, {}, read_expression)


class _SourceReader(OperandReader):
    """Reads members and statements."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_constant = False

    def read(self) -> Source:
        root = Node()
        self._source.nodes.append(root)
        while self._token is not END:
            self._members(root, 0)
        return self._source

    def expression(self) -> Value:
        """Read one expression instead."""
        return self._expression(0)

    def _members(self, node: Node, depth: int) -> None:
        """Read members and statements up to the closing brace."""
        while (token := self._token) is not END:
            if self._is_constant:
                self._is_constant = token.text not in (",", ";")
            else:
                self._is_constant = token.text in ("const", "final")
            if self._skip("}"):
                return
            if self._initialised(node, depth):
                continue
            if token.kind == MARK and token.text not in ("(", "[", "{"):
                self._next()
            elif not self._member(node, depth):
                self._statement(node, depth)

    def _initialised(self, node: Node, depth: int) -> bool:
        """Read `{ "name", value }` and `["name"] = value` of C#, `:name => value` of Ruby."""
        token = self._token
        if token.kind != MARK or token.text not in ("{", "[", ":"):
            return False
        name, after = self._peek(1), self._peek(2).text
        is_pair = token.text == "{" and name.kind == TEXT and after == ","
        is_item = token.text == "[" and name.kind == TEXT and after == "]"
        is_item = is_item and self._peek(3).text == "="
        is_symbol = token.text == ":" and name.kind == NAME and after == "=>"
        if not (is_pair or is_item or is_symbol):
            return False
        for _ in range(4 if is_item else 3):
            self._next()
        key = expressions.literal(name.text) if name.kind == TEXT else name.text
        self._keep(node, key, self._value_at(Place(key=key, owner=node), depth))
        if is_pair:
            self._skip("}")
        return True

    def _member(self, node: Node, depth: int) -> bool:
        """Read `name: value`, `'name' => value` or the short form `name`; False for no member."""
        token = self._token
        if token.kind == MARK or (after := self._peek(1)).kind != MARK:
            return False
        optional = after.text == "?" and self._peek(2).text == ":"
        if (after.text == ":" and self._peek(2).text == "=") or optional:
            return False if not optional else self._typed_member()
        name = expressions.literal(token.text) if token.kind == TEXT else token.text
        is_php = after.text == "=>" and token.kind == TEXT
        self._has_dollars |= is_php
        if after.text == ":" or is_php:
            self._next()
            self._next()
            self._keep(node, name, self._value_at(Place(key=name, owner=node), depth))
            return True
        is_short = after.text == "," or (after.text == "}" and depth > 0)
        if is_short and token.kind == NAME and token.text not in WORDS:
            self._next()
            self._keep(node, name, self._constants.get(name, Unknown(name)))
            return True
        return False

    def _typed_member(self) -> bool:
        """Pass over `name?:` of a type declaration."""
        for _ in range(3):
            self._next()
        return True

    def _statement(self, node: Node, depth: int) -> None:
        """Read an expression, and what is assigned to it; `node` is what it stands in."""
        first, declared = self._token, self._is_constant
        is_name = first.kind == NAME and self._peek(1).text in ("=", "+=", ":")
        name = first.text if is_name else ""
        value = self._value_at(Place(), depth)
        if isinstance(value, str) and first.kind == NAME and first.text not in KEYWORDS:
            self._grow(first.text, value)
        appended = self._is("+=")
        if not self._is("=", "+=") and not (self._is(":") and self._peek(1).text == "="):
            self._note(value)
            return
        self._skip(":")
        self._next()
        if not name and isinstance(value, Unknown):
            name = value.name
        base, _, last = name.rpartition(".")
        assigned = self._value_at(Place(key=last), depth)
        if appended:
            assigned = expressions.joined(self._constants.get(name, value), assigned)
        self._note(assigned)
        if name and not base and not appended and self._is_initialiser(node):
            node.call = node.call or ASSIGNED
            self._assignments.keep(node, name.lstrip("$"), assigned)
        elif name:
            self._is_constant = declared
            self._assign(name, base, assigned, appended=appended)

    def _grow(self, name: str, value: str) -> None:
        """Remember a text to which calls have added, in place of its beginning."""
        begun, texts = self._constants.get(name), self._source.texts
        if not isinstance(begun, str) or not value.startswith(begun):
            if isinstance(value, Growing):
                self._constants[name] = value
        else:
            self._constants[name] = value
            if begun in texts[-MOST_NEAR:]:
                texts.remove(begun)

    def _is_initialiser(self, node: Node) -> bool:
        """Tell whether the braces around an assignment are those of an object: `new { a = 1 }`."""
        is_code = node is self._source.nodes[0] or node.call == "("
        return self._is(",", "}") if is_code and node.call else not is_code

    def _assign(self, name: str, base: str, value: Value, *, appended: bool) -> None:
        """Remember a constant, and members that are assigned one by one."""
        if expressions.is_constant(value, declared=self._is_constant):
            self._constants[name] = value
        else:
            self._constants.pop(name, None)
        if self._is_constant and isinstance(value, Node):
            self._constants |= expressions.paths_in(name, value)
        last = name.rpartition(".")[2].lstrip("$")
        kept = (base or name).lstrip("$")
        node = self._assignments.find(kept) if base or appended else None
        self._assignments.keep(node or self._assignments.begin(kept), last, value)

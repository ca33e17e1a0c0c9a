"""Reads what follows an operand: members, items, calls, and the objects that calls build."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import Final

from inspector.share_paths.source import expressions, functions
from inspector.share_paths.source.assignments import ENTRY, Assignments, members_of_call
from inspector.share_paths.source.choices import Choice
from inspector.share_paths.source.cursor import Cursor
from inspector.share_paths.source.tokens import NAME, TEXT
from inspector.share_paths.source.values import ABSENT, Growing, Node, Unknown, Value

ADDRESS_BUILDER: Final = re.compile(
    r"""
    (?>(?:\w+\.)*)from(?:Path|Uri(?:String)?)  # `UriComponentsBuilder.fromPath`
    | (?:Uri|HttpUrl)\.parse                   # `Uri.parse`
    | (?:URI|Uri|URL|Url)Builder               # `URIBuilder`
    """,
    re.VERBOSE,
)
"""Calls whose first argument is a path to which calls give parameters."""
MAP_OF_PAIRS: Final = re.compile(r"\w*[mM]ap(?:Of)?|bundleOf|dictOf|Map\.ofEntries")
"""Calls of which each argument is a pair: `mapOf("page" to page)`."""
PHP_FUNCTIONS: Final = frozenset(
    {"urlencode", "rawurlencode", "http_build_query", "intval", "strval", "time", "implode"}
)
"""Functions that stand behind a dot in PHP alone: `'?id='.intval(5)`."""
FOLLOWERS: Final = frozenset({".", "?.", "->", "::", "[", "(", "{", "!", "as"})


@dataclass(slots=True)
class Source:
    """What stands in a text."""

    nodes: list[Node] = field(default_factory=list)
    """All objects and calls, in the order in which they begin."""
    texts: list[str] = field(default_factory=list)
    """All other texts: arguments, assigned values, items; with blanks."""

    @property
    def alternatives(self) -> list[str]:
        """The texts that would stand there under another condition, each once."""
        members = (value for node in self.nodes for value in node.members.values())
        told = (text for node in self.nodes for text in node.texts)
        found = chain(self.texts, members, told)
        chosen = (other for value in found if isinstance(value, Choice) for other in value.others)
        texts = list(dict.fromkeys(chosen))
        begun = {a for a, b in pairwise(sorted(texts)) if b.startswith(a)}
        return [text for text in texts if text not in begun]


@dataclass(slots=True)
class Place:
    """Where the next object stands."""

    call: str = ""
    key: str = ""
    owner: Node | None = None
    number: int = 0


@dataclass(slots=True)
class Chain:
    """Calls that follow each other: `a.b(…).c(…)`."""

    called: bool = False
    node: Node | None = None
    """The object to which they have given members."""
    page: str = ""
    """What a builder of addresses begins with: `fromPath("pages/a")`."""


class CallReader(Cursor):
    """Reads members and calls; lists and objects are read by whoever knows what stands in them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._source = Source()
        self._assignments = Assignments(self._source.nodes)
        self._chain = Chain()
        self._place = Place()
        self._constants: dict[str, Value] = {}
        self._has_dollars = False
        """True once the code is known for one in whose texts `$name` is a variable."""
        self._is_php = False
        """True once it is known for PHP, where a dot behind a text always joins."""

    def _list(self, depth: int, *, noted: bool = True) -> list[Value]:
        """Read items up to any closing bracket."""
        raise NotImplementedError

    def _object(self, depth: int, *, call: str | None = None) -> Node:
        """Read an object whose brace is open."""
        raise NotImplementedError

    def _keep(self, node: Node, name: str, value: Value) -> None:
        root = self._source.nodes[0] if self._source.nodes else None
        if node is root and isinstance(earlier := node.members.get(name), str):
            self._source.nodes.append(Node(members={name: earlier}))
        if name != "__proto__":
            self._assignments.keep(node, name, value)
        self._note(value)

    def _note(self, value: Value) -> None:
        if isinstance(value, str):
            self._source.texts.append(value)

    def _is_php_joint(self, value: Value) -> bool:
        if not isinstance(value, str | Unknown):
            return False
        dot, after = self._token, self._peek(1)
        is_call = after.kind == NAME and self._is_function_of_php(after.text)
        if isinstance(value, str) and (is_call or after.text == "("):
            return True
        spaced = after.kind == NAME and (after.start > dot.end or after.text.startswith("$"))
        return after.kind == TEXT or (isinstance(value, str) and spaced)

    def _is_function_of_php(self, name: str) -> bool:
        """Tell a function that follows a joint of PHP from a method of another language."""
        argument = self._peek(3).text if self._peek(2).text == "(" else ""
        return self._is_php or name in PHP_FUNCTIONS or (argument[:1] == "$" and len(argument) > 1)

    def _postfix(self, value: Value, depth: int) -> Value:
        """Read what follows an operand, and remember the object that its calls built."""
        outer, self._chain = self._chain, Chain()
        value = self._followed(value, depth)
        built, self._chain = self._chain.node, outer
        return replace(value, built=built) if built and isinstance(value, Unknown) else value

    def _followed(self, value: Value, depth: int) -> Value:
        """Read members, items, calls, the braces of a printed class."""
        while True:
            if self._token.text not in FOLLOWERS:
                return self._resolved(value)
            if self._is_member(value):
                self._next()
                value = self._method(value, self._next().text, depth)
            elif isinstance(value, Unknown) and self._is("[", "(", "{"):
                value = self._of_name(value, depth)
            elif self._is("[") and type(value) is int:
                self._next()
                value = self._list(depth)
            elif not self._skip_noise():
                return self._resolved(value)

    def _is_member(self, value: Value) -> bool:
        """Tell whether a dot or an arrow leads on to a member."""
        if not self._is(".", "?.", "->", "::") or self._peek(1).kind != NAME:
            return False
        return not (self._is(".") and self._is_php_joint(value))

    def _of_name(self, value: Unknown, depth: int) -> Value:
        """Read the items, the call or the printed object that a name leads to."""
        if self._is("("):
            return self._call(value.name, None, depth)
        bracket = self._next().text
        if bracket == "[":
            return expressions.item_of(value, self._list(depth))
        return self._printed(value.name, depth)

    def _skip_noise(self) -> bool:
        """Pass over `?.` before a bracket, the `!` and the `as Type` of TypeScript."""
        after = self._peek(1)
        optional = self._is("?.") and after.text in ("(", "[")
        sure = self._is("!") and after.text in (*".,;)]}+[(", "")
        cast = self._is("as") and after.kind == NAME
        if optional or sure or cast:
            self._next()
            if cast:
                self._next()
        return optional or sure or cast

    def _printed(self, name: str, depth: int) -> Node:
        """Read `onShow {…}` and `Object {…}`: an object with a word before it."""
        if not self._place.key:
            self._place = Place(call=self._place.call, key=name)
        return self._object(depth)

    def _resolved(self, value: Value) -> Value:
        """Put in a constant for its name."""
        return self._constants.get(value.name, value) if isinstance(value, Unknown) else value

    def _method(self, value: Value, name: str, depth: int) -> Value:
        if isinstance(value, Unknown):
            known = self._resolved(value)
            if not (isinstance(known, str) and self._is("(")):
                return expressions.member_of(value, name)
            value = known
        if not self._is("("):
            return Unknown(name) if not isinstance(value, Node | list) else ABSENT
        return self._call(name, value, depth)

    def _call(self, name: str, receiver: Value | None, depth: int) -> Value:
        """Read the arguments of a call; braces behind them are a body of code."""
        self._next()
        outer, self._place = self._place, Place(call=name)
        pairs = self._assignments.set_aside()
        arguments = self._list(depth, noted=False)
        built = self._assignments.set_aside(pairs)
        self._place = outer
        if built is not None and MAP_OF_PAIRS.fullmatch(name):
            return built
        self._tell_texts(name, arguments)
        self._give_members(name, arguments, is_method=receiver is not None or "." in name)
        if self._skip("{"):
            printed = self._token.kind == TEXT
            self._place = Place(key=name) if printed else Place()
            self._object(depth, call="" if printed else "(")
            return ABSENT
        if receiver is None and isinstance(begun := self._constants.get(name), Growing):
            receiver = begun  # `append(id)`, whose receiver is not named
        value = functions.called(name, receiver, arguments)
        if not isinstance(value, str):
            for argument in arguments:
                self._note(argument)
        return value

    def _give_members(self, name: str, arguments: list[Value], *, is_method: bool) -> None:
        """Give what a call puts to the object of its chain, or of the name before it."""
        base, _, last = name.rpartition(".")
        chain, known = self._chain, self._assignments
        given = members_of_call(last, arguments, is_method=is_method, in_chain=chain.called)
        for member, value in given:
            if chain.node is None:
                owner = "" if ENTRY.fullmatch(last) else base.lstrip("$")
                is_named = not chain.called and not owner[:1].isupper()
                chain.node = known.taking(owner, member) if is_named else known.begin()
                chain.node.first = chain.page
            known.keep(chain.node, member, value)
        if ADDRESS_BUILDER.fullmatch(name) and arguments and isinstance(arguments[0], str):
            chain.page = arguments[0]
        chain.called = True

    def _tell_texts(self, name: str, arguments: list[Value]) -> None:
        """Tell the objects among the arguments which texts stand there; texts alone are a node."""
        texts = tuple(text for text in arguments if isinstance(text, str) and text)
        if not texts:
            return
        first = texts[0] if texts[0] is arguments[0] else ""
        items = [item for value in arguments for item in expressions.as_list(value)]
        objects = [node for node in items if isinstance(node, Node)]
        for node in objects:
            node.first, node.texts = first, texts
        if not objects:
            self._source.nodes.append(Node(call=name, first=first, texts=texts))

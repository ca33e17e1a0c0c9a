"""Calls whose arguments have no names: `decryptData('key', 'iv', 'data')`, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import other_values, shapes, tokens, values
from inspector.tickets.capture.scanning.arguments import DECRYPTS
from inspector.tickets.capture.scanning.field_names import FieldName
from inspector.tickets.capture.scanning.shapes import Belief
from inspector.tickets.capture.scanning.sightings import Scan, Sighting, Trust
from inspector.tickets.capture.scanning.source import Source
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.capture.scanning.values import Value
from inspector.tickets.fields import MAIN_FIELDS

_CALL = re.compile(
    r"""
    [(,\[]\s{0,200}                          # `(` `, `
    [bBrRuUf@]?[\\^`]{0,9}["'`]?             # `b'` `\"`
    [A-Za-z0-9+/_-]{16}                      # `r7BXXKkLb8qrSNn0`
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(
    r"""
    (?P<open>(?:(?<![\w$])[A-Za-z_$][\w$]{0,80}\s?)?[(\[])   # decryptData(   [
    | (?P<close>[)\]])
    | (?P<end>;|[{}])                                        # another statement
    | (?P<quote>[\\^`]{0,9}["'`])                            # 'value'   \"value\"
    | (?P<word>(?<=[(,\s])[A-Za-z_$][\w$.]{0,60}+(?=\s?[,)]))  # e.detail.iv
    | (?P<bare>(?<![\w+/=-])[A-Za-z0-9+/_-]{22,}+={0,2})     # value
    """,
    re.VERBOSE,
)
_STRING_REST = re.compile(r"(?:[^\"'`\\\n]|\\.){0,400}")
_ODD = re.compile(r"(?=[A-Za-z+/=_-]*+[0-9])[\w+/=-]{1,64}  # `12345`", re.VERBOSE | re.ASCII)
_DEEPEST: Final = 12
_NEAR: Final = 4_000
"""Characters that the calls of one decryption, such as a constructor and a method, may span."""
_OF_TICKETS = re.compile(
    r"""
      decrypt\w{0,12}data            # `decrypt_data`
    | (?:wx|wechat|weapp)\w{0,20}crypt  # `wx_decrypt`
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is called to decrypt what WeChat encrypted, not just anything."""
_WHOLE: Final = 24
"""Characters of a key and an iv as the platform writes them."""
_SHORTEST: Final = 16
_LONGEST_SHORT: Final = 32


@dataclass(slots=True)
class _Call:
    """What stands between two brackets, inner calls that hold no trio included."""

    name: str = ""
    short: list[Sighting] = field(default_factory=list)
    long: list[Sighting] = field(default_factory=list)
    odd: list[Sighting] = field(default_factory=list)
    """Short literals that look like no value, as an iv may that is none."""
    variables: dict[str, Trust] = field(default_factory=dict)
    """The fields that stand there as variables, and how sure their names are."""
    data_first: bool = False
    """Whether one of them is the data, before the values."""

    @property
    def decrypts(self) -> bool:
        """Whether its name says so: then damaged values are arguments, too."""
        return bool(DECRYPTS.search(self.name))

    @property
    def is_of_tickets(self) -> bool:
        """Whether it decrypts what WeChat encrypted; every cipher has an iv."""
        named = {name for name, trust in self.variables.items() if trust is Trust.NAMED}
        return self.decrypts and bool(named - {"iv"} or _OF_TICKETS.search(self.name))

    @property
    def roles(self) -> list[str]:
        """What its short arguments are, in order, where they are two.

        After the data as a variable, calls of WeChat's take the iv that came with it, then the key.
        """
        is_iv_first = self.data_first and _OF_TICKETS.search(self.name)
        return ["iv", "session_key"] if is_iv_first else ["session_key", "iv"]

    def add_variable(self, meaning: FieldName) -> None:
        """Take an argument that is a variable named like a field."""
        self.data_first |= meaning.field == "encryptedData" and not self.short
        self.variables[meaning.field] = meaning.trust

    def add(self, value: Sighting) -> None:
        """Take an argument."""
        (self.short if value.field == tokens.SHORT else self.long).append(value)

    def absorb(self, inner: _Call) -> None:
        """Take the arguments of a call inside, such as `Buffer.from('…')`.

        What prints or parses what a call decrypts takes that call's arguments.
        """
        self.name = inner.name if inner.decrypts and not self.decrypts else self.name
        self.short += inner.short
        self.long += inner.long
        self.odd += inner.odd
        self.variables |= inner.variables
        self.data_first |= inner.data_first

    def drop_before(self, place: int) -> None:
        """Forget what stands too far back."""
        self.short = [value for value in self.short if value.start >= place][-4:]
        self.long = [value for value in self.long if value.start >= place][-2:]


def score(source: Source) -> float:
    """Be fairly sure where a call has something like a value among its arguments."""
    return 0.45 if _CALL.search(source.head) else 0.0


def read(source: Source) -> Scan:
    """Return the named fields, and the arguments that have no names."""
    return source.with_pairs(list(_Calls(source).fields()))


class _Calls:
    """Walks through the calls of a text and keeps what their arguments are."""

    def __init__(self, source: Source) -> None:
        self._source = source
        named = (sighting for sighting in source.pairs if sighting.trust is Trust.NAMED)
        self._taken = {sighting.start for sighting in named}
        self._trial = TrialDecryption()
        self._open: list[_Call] = []
        self._before = _Call()
        """What the finished calls before held."""

    def fields(self) -> Iterator[Sighting]:
        """Yield the fields of each call: a whole trio, or one that is proved over several calls."""
        position = 0
        while match := _TOKEN.search(self._source.text, position):
            position = match.end()
            kind = match.lastgroup
            if kind == "open":
                self._open = [*self._open, _Call(match[0])][-_DEEPEST:]
            elif kind == "close" and self._open:
                yield from self._closed(self._open.pop())
            elif kind == "end":
                self._open.clear()
            elif kind == "word" and self._open:
                meaning = self._source.names.classify(match[0].rpartition(".")[2])
                if meaning and meaning.field in MAIN_FIELDS:
                    self._open[-1].add_variable(meaning)
            elif kind in ("quote", "bare"):
                position = self._argument(match)

    def _argument(self, match: re.Match[str]) -> int:
        """Keep an argument that is a value; return where to go on."""
        text, quoted = self._source.text, match.lastgroup == "quote"
        start = match.end() if quoted else match.start()
        value = values.base64_value(text, start, quoted=True) if self._open else None
        found = self._token(value) if value else None
        if found is None or value is None:
            if value and value.past(match.end()) > match.end():
                return value.end
            rest = _STRING_REST.match(text, match.end())
            closed = quoted and rest and text[rest.end() : rest.end() + 1] == match[0][-1]
            if not rest or not closed:
                return match.end()
            if self._open and _ODD.fullmatch(rest[0]):
                self._open[-1].odd.append(Sighting("iv", rest[0], *rest.span(), Trust.UNNAMED))
            return rest.end() + 1
        if found.start not in self._taken:
            self._open[-1].add(found)
        closed = quoted and text.startswith(match[0], value.end)
        return max(match.end(), value.end + (len(match[0]) if closed else 0))

    def _token(self, value: Value) -> Sighting | None:
        whole = tokens.token_of(*value)
        if whole or not any(call.decrypts for call in self._open):
            return whole
        long = len(value.text) > _LONGEST_SHORT
        if len(value.text) < _SHORTEST or other_values.is_valid("appid", value.text):
            return None
        if not shapes.is_random(value.text, Belief.UNNAMED):
            return None
        return Sighting(tokens.LONG if long else tokens.SHORT, *value, Trust.UNNAMED)

    def _closed(self, call: _Call) -> Iterator[Sighting]:
        if len(call.short) == 2 and len(call.long) == 1:
            yield from tokens.name_trio(call.short[0], call.short[1], call.long[0], self._trial)
        elif self._open:
            self._open[-1].absorb(call)
        elif call.short or call.long:
            self._before.absorb(call)
            self._before.drop_before(max(s.start for s in [*call.short, *call.long]) - _NEAR)
            proved = list(self._proved())
            yield from proved or (_by_role(call) if call.decrypts else ())
            yield from _odd_iv(call, proved)

    def _proved(self) -> Iterator[Sighting]:
        """Yield what calls one after the other hold, when a key opens the data."""
        for data in self._before.long:
            found = tokens.proved_trio(self._before.short, data, self._trial)
            if found:
                self._before = _Call()
                yield from found
                return


def _odd_iv(call: _Call, proved: list[Sighting]) -> Iterator[Sighting]:
    """Name the third argument of a call whose other two are a key and the data that it opens."""
    if len(call.short) == len(call.long) == len(call.odd) == 1 and len(proved) == 2:
        yield call.odd[0]


def _by_role(call: _Call) -> Iterator[Sighting]:
    """Name the arguments of a call that decrypts by what its other arguments are.

    Where these are named and the values whole, that is as sure as a name of their own.
    """
    data = bool(call.long) or "encryptedData" in call.variables
    roles = [name for name in call.roles if name not in call.variables]
    if len(call.short) == 1 and len(roles) == 2:
        # A method takes data and iv, its object's constructor took the key.
        roles = ["iv" if data else "session_key"]
    named = [*zip(roles, call.short, strict=False), *(("encryptedData", s) for s in call.long[:1])]
    given = [name for name, _ in named]
    complete = sorted([*given, *call.variables]) == sorted(MAIN_FIELDS)
    whole = all(len(sighting.value) == _WHOLE for sighting in call.short)
    sure = complete and whole and len(given) > 1 and call.is_of_tickets
    for name, sighting in named:
        yield replace(sighting, field=name, trust=Trust.NAMED if sure else Trust.WEAK)


READERS: Final = (CaptureReader("a function call", "call", score, read),)

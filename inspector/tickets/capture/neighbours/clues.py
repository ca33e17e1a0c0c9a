"""What a text shows at a glance: its names with their values, or the one value that it is.

It is looked at loosely, so that JSON, a JavaScript literal, a log line, a form body, XML and a
message from a chat give the same clues where they hold the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import unquote

LONGEST_MESSAGE: Final = 600
"""Characters of a text that may be one message, with a value in the midst of its words."""
MOST_LINES: Final = 4
"""Lines of a message that need not say what it is about."""
_ABOUT_IT: Final = re.compile(
    r"""
      \bwx\b | wx\. | wechat | 微信 | 小程序              # `wx.` `微信`
    | 解密 | 解不 | decrypt                               # `解不` `decrypt`
    | share_?ticket | session_?key | openid              # `session_key` `shareticket`
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EDGES: Final = (
    " \t\r\n\f\v\u3000\u00a0\ufeff\u200b\u2060\"'`“”‘’,;:=()<>【】「」（）。，；：!！?？"
)
_ESCAPED: Final = re.compile(r"(?<!\\)\\++([\"'/])  # `\\\"` `\/`", re.VERBOSE)
_UNICODE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})  # `\u0022`", re.VERBOSE)
_PERCENT: Final = re.compile(r"%(?:22|3A|3D|5B|7B)  # `%22` `%3D`", re.VERBOSE | re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:quot|\#0{0,3}3[49]|\#x2[27]);  # `&quot;` `&#39;`", re.VERBOSE)
_NAME: Final = r"(?P<name>[A-Za-z_$][\w$-]{0,40}|3rd_?[A-Za-z]{1,20})"
_PAIR: Final = re.compile(
    rf"""
    (?<![\w$-]){_NAME}["'`]?\]?[ \t]*+                    # `"iv"` `["iv"]` `iv `
    (?:=>\s*+|(?::=|===?|[:=：])[ \t]*+)                  # `=> ` `: ` `:=` `==`
    (?:string\([0-9]{{1,6}}\)[ ])?                        # `string(24) `
    (?:
        "(?P<double>[^"\n]*+)"?                          # `"r7BX"` `"r7BX`
      | '(?P<single>[^'\n]*+)'?                          # `'r7BX'`
      | `(?P<tick>[^`\n]*+)`?                            # a template
      | (?:int|float)\((?P<number>[^()\s]{{1,40}})\)     # `int(1044)`
      | (?P<object>\[object[ +][A-Z][A-Za-z]{{0,20}}\])   # `[object Object]`
      | (?P<bare>
            (?!\w{{1,40}}:(?:[\]\s]|$))                  # not `b:]`
            [^\s,;&{{}}()\[\]<>"'`，；。=?]*+              # `r7BX` `pages/index`
            (?:\?[^\s,;{{}}()\[\]<>"'`，；。]*+|=*+(?![\w=]))  # `?id=1` `==`
          |
        )
    )
    """,
    re.VERBOSE | re.ASCII,
)
"""A bare value has no `=` within, since `Set-Cookie: a=b` is about `a`; an address may have. It is
no name that follows at once, as where Go prints `map[a: b:]`."""
_TAG: Final = re.compile(
    rf"""
    <{_NAME}>\s*+                                # `<Encrypt>`
    (?:
        <!\[CDATA\[(?P<cdata>[^\]<]*+)\]\]>      # `<![CDATA[r7BX]]>`
      | (?P<inner>[^<]*+)                        # `r7BX`
    )
    \s*+</                                       # `</`
    """,
    re.VERBOSE | re.ASCII,
)
_UNFOLDED: Final = re.compile(
    rf"""
    (?<![\w$"'-]){_NAME}"(?P<value>[\w+/=.:@-]{{2,200}})"  # `cloudID"70_s"`
    """,
    re.VERBOSE | re.ASCII,
)
"""A member as it is copied from the console of DevTools: `cloudID"70_s…"`."""
_ROW: Final = re.compile(
    rf"""
    ^[ ]*{_NAME}\t+                # a name and a tab
    (?P<value>[^\t\r\n]*)\r?$     # `r7BX`
    """,
    re.VERBOSE | re.ASCII | re.MULTILINE,
)
"""A row of a table of two columns, as it is copied from a page or a sheet."""
_WEB: Final = ("http", "https")
_PROGRAM: Final = re.compile(
    r"""
      \b(?:function|return|import|class|def|public|private|this|Page|Component|setData)\b  # `Page`
    | =>\s*\{                                                                             # `=> {`
    | ;\s*$                                                                               # `;`
    """,
    re.VERBOSE | re.MULTILINE,
)
_OPAQUE: Final = re.compile(
    r"(?<![\w./?=&%:-])[\w-]{16,100}(?![\w./?=&%-])  # `0a1XyZ_c9eK4mQ7p`", re.VERBOSE | re.ASCII
)
_TAGGED: Final = re.compile(r"\[[\w -]{1,20}\] ")
"""How a line of a console begins: `[code] `."""
_FILLER: Final = re.compile(
    r"\b(?:const|let|var|String|val|final|static)\b | [\W_]+  # `let` ` = `", re.VERBOSE
)


class Value(NamedTuple):
    """A value, and the plain name it goes by, empty where it has none."""

    name: str
    text: str


def plain_name(name: str) -> str:
    """Return a name as it is compared: `session_key` and `sessionKey` as `sessionkey`."""
    return re.sub(r"[_$-]", "", name).casefold()


def _query(address: str) -> Iterator[Value]:
    """Give the parameters of a web address."""
    for pair in filter(None, address.partition("?")[2].split("&")):
        name, _, value = pair.partition("=")
        yield Value(plain_name(name), value)


class Clues:
    """One text.

    Attributes:
        text: The text without white space around it.
        alone: Whether it holds no part of a ticket.
        is_short: Whether it is as short as a message or one answer.
        is_message: Whether it is both: then a value in the midst of it counts.
    """

    def __init__(self, text: str, *, alone: bool = True) -> None:
        self.text = text.strip(" \t\r\n\ufeff\u200b")
        self.alone = alone
        self.is_short = len(self.text) <= LONGEST_MESSAGE
        self.is_message = alone and self.is_short

    @cached_property
    def plain(self) -> str:
        """The text without the escapes that a URL, a page or a JSON string around it brings."""
        text = self.text
        if _PERCENT.search(text):
            text = unquote(text, errors="replace")
        if _ENTITY.search(text):
            text = unescape(text)
        if "\\u" in text:
            text = _UNICODE.sub(lambda match: chr(int(match[1], 16)), text)
            # Two escapes may be one character, as of an emoji.
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return _ESCAPED.sub(r"\1", text) if "\\" in text else text

    @cached_property
    def pairs(self) -> tuple[Value, ...]:
        """All names with their values, those of nested objects in a row with the others."""
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[Value]:
        for pattern in (_PAIR, _TAG, _UNFOLDED, _ROW):
            for match in pattern.finditer(self.plain):
                texts = (text for name, text in match.groupdict().items() if name != "name")
                value = next((text for text in texts if text is not None), "")
                yield Value(plain_name(match["name"]), value.strip())
                if match["name"] in _WEB:
                    yield from _query(value)

    @cached_property
    def is_program(self) -> bool:
        """Whether it is source code, where nothing need have a value yet."""
        return bool(_PROGRAM.search(self.text))

    @cached_property
    def names(self) -> Mapping[str, Sequence[str]]:
        """Plain name -> its values, in the order of the text."""
        found: dict[str, list[str]] = {}
        for name, value in self.pairs:
            found.setdefault(name, []).append(value)
        return found

    def value(self, *names: str) -> str | None:
        """Return the first value that stands under one of some plain names."""
        return next((self.names[name][0] for name in names if name in self.names), None)

    @cached_property
    def lone(self) -> Value | None:
        """The value that is all that the text holds, whether it is named or not."""
        if len(self.pairs) == 1 and not self._has_words():
            return self.pairs[0]
        bare = self.text.strip(_EDGES)
        is_one = len(bare) <= LONGEST_MESSAGE and not re.search(r"\s", bare)
        return Value("", bare) if bare and is_one else None

    def _has_words(self) -> bool:
        """Return whether words stand around the only pair."""
        match = _PAIR.search(self.plain) or _TAG.search(self.plain)
        around = self.plain[: match.start()] + self.plain[match.end() :] if match else ""
        return bool(_FILLER.sub("", re.sub(r"</?\w{1,40}>", "", around)))

    @cached_property
    def mentioned(self) -> Value | None:
        """The only opaque value of a message, with the name that stands before it, if any.

        In a sentence of words a colon makes no name. An object is no message, nor is a text of
        more lines than people write in a chat, unless it speaks of mini programs.
        """
        is_object = self.text[:1] in ("{", "[", "<") and not _TAGGED.match(self.text)
        if not self.is_message or is_object:
            return None
        if self.text.count("\n") >= MOST_LINES and not _ABOUT_IT.search(self.text):
            return None
        opaque = {match[0] for match in _OPAQUE.finditer(self.plain)}
        opaque = {text for text in opaque if any(c.isdigit() for c in text)}
        if len(opaque) != 1:
            return None
        text = opaque.pop()
        if re.search(rf"(?<=[a-z] )\w{{1,20}}: {text}", self.plain):
            return Value("", text)
        return next((pair for pair in self.pairs if pair.text == text), Value("", text))

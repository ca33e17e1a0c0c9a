"""Walks over the tokens of a text, a few of them ahead."""

from __future__ import annotations

from collections import deque
from typing import Final

from inspector.share_paths.source.tokens import MARK, NUMBER, TEXT, Token, tokens

END: Final = Token(MARK, "", 0, 0)
"""What follows the last token, again and again."""


class Cursor:
    """Gives the tokens of a text one after the other; each is looked at once."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._ahead: deque[Token] = deque()
        self._token = next(self._tokens, END)
        """The token that comes next."""

    def _peek(self, at: int) -> Token:
        """Return a token behind the one that comes next."""
        while len(self._ahead) < at:
            self._ahead.append(next(self._tokens, END))
        return self._ahead[at - 1]

    def _next(self) -> Token:
        token = self._token
        self._token = self._ahead.popleft() if self._ahead else next(self._tokens, END)
        return token

    def _is(self, *marks: str) -> bool:
        """Tell whether the next token is one of some marks or words."""
        token = self._token
        return token.text in marks and token.kind not in (TEXT, NUMBER)

    def _is_one_of(self, words: frozenset[str]) -> bool:
        """Tell whether the next token is one of many marks or words."""
        token = self._token
        return token.text in words and token.kind not in (TEXT, NUMBER)

    def _skip(self, *marks: str) -> bool:
        """Pass over the next token where it is one of some marks or words."""
        found = self._is(*marks)
        if found:
            self._next()
        return found

"""What stands between a name and its value is taken off the value, and nothing of the value."""

from __future__ import annotations

import secrets
from base64 import b64decode
from collections.abc import Callable
from urllib.parse import quote

import pytest

from inspector.tickets import judge, read
from tests.window.sealing import GROUP, sealed

FORMS = ("{}={}", "{}: {}", "{} {}", "{}：{}", "{} = '{}'", '"{}":"{}"', "{} is {}", "{}是{}")
ENCODINGS: dict[str, Callable[[str], str]] = {
    "percent": lambda value: quote(value, safe=""),
    "percent twice": lambda value: quote(quote(value, safe=""), safe=""),
    "escaped slash": lambda value: value.replace("/", r"\/"),
    "escaped code": lambda value: value.replace("/", r"\u002f").replace("+", r"\u002B"),
    "entity": lambda value: value.replace("/", "&#x2F;").replace("+", "&#43;"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("beginning", ["is/", "is+", "was/", "was+"])
def test_a_value_that_begins_like_a_word_of_separators_stays_whole(
    form: str, beginning: str
) -> None:
    ticket = sealed(GROUP, iv=b64decode((beginning + "A")[:4]) + secrets.token_bytes(13))
    assert (ticket.iv or "").startswith(beginning)
    values = [(name, ticket.field(name)) for name in ("session_key", "iv", "encryptedData")]
    (found,) = read("\n".join(form.format(*value) for value in values)).tickets
    assert (found.iv, judge(found).cause) == (ticket.iv, None)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("beginning", ["is/", "is+", "was/", "was+"])
def test_an_encoded_value_that_begins_like_a_word_of_separators_stays_whole(
    encoding: str, beginning: str
) -> None:
    ticket = sealed(GROUP, iv=b64decode((beginning + "A")[:4]) + secrets.token_bytes(13))
    values = [(name, ticket.field(name)) for name in ("session_key", "iv", "encryptedData")]
    text = "&".join(f"{name}={ENCODINGS[encoding](value or '')}" for name, value in values)
    (found,) = read("/a?" + text).tickets
    assert (found.iv, judge(found).cause) == (ticket.iv, None)


@pytest.mark.parametrize("beginning", ["--", "is-", "was-"])
@pytest.mark.parametrize("form", ["{}={}", "{}:{}", "{}：{}", "{}: {}"])
@pytest.mark.parametrize("between", ["\n", "&", ", "])
def test_a_url_safe_value_that_begins_like_a_sign_stays_whole(
    between: str, form: str, beginning: str
) -> None:
    head = b64decode((beginning + "AA")[:4].replace("-", "+"))
    ticket = sealed(GROUP, iv=head + secrets.token_bytes(13))
    fields = ("session_key", "iv", "encryptedData")
    plain = {name: ticket.field(name) or "" for name in fields}
    values = {name: plain[name].replace("+", "-").replace("/", "_") for name in fields}
    (found,) = read(between.join(form.format(*pair) for pair in values.items())).tickets
    assert found.iv == values["iv"]

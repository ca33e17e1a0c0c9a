"""A mail's source: padding as `=3D`, lines cut at 76 characters, other letters as bytes."""

from __future__ import annotations

import json
import quopri
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from inspector.tickets import read
from inspector.tickets.capture.readers import quoted_printable as reader
from inspector.tickets.capture.scanning.source import Source
from tests.growth import grows_linearly
from tests.tickets.capture.capture_forms import mint, whole

FORMS: dict[str, Callable[[dict[str, str]], str]] = {
    "json": json.dumps,
    "json pretty": lambda fields: json.dumps(fields, indent=2),
    "lines": lambda fields: "\n".join(f"{name}: {value}" for name, value in fields.items()),
    "form": urlencode,
    "chat": lambda fields: (
        "你好，解不开：\n" + "\n".join(f"{name}：{value}" for name, value in fields.items())
    ),
}
HEAD = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", HEAD])
@pytest.mark.parametrize("form", FORMS)
def test_values_are_read_as_they_were_meant(form: str, head: str, ending: str) -> None:
    for _ in range(10):
        m = mint()
        body = quopri.encodestring(FORMS[form](whole(m)).encode()).decode()
        text = (head + body).replace("\n", ending)
        assert reader.score(Source(text)) > 0.9
        capture = read(text)
        (ticket,) = capture.tickets
        assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, m.iv, m.data)
        assert capture.reader == "mail"
        for span in capture.spans:
            meant = quopri.decodestring(text[span.start : span.end].encode()).decode()
            assert "".join(meant.split()) in (ticket.field(span.field) or "", urlencode(
                {"": ticket.field(span.field)})[1:])  # fmt: skip


def test_two_tickets_of_one_mail_are_two() -> None:
    one, other = mint(), mint()
    text = quopri.encodestring(json.dumps([whole(one), whole(other)]).encode()).decode()
    assert [ticket.iv for ticket in read(text).tickets] == [one.iv, other.iv]


@pytest.mark.parametrize(
    "text", ["", "a=3D", "iv=3Dab", "x = y =\n", "iv=r7BXXKkLb8qrSNn05n0qiA=="]
)
def test_other_texts_are_no_mail(text: str) -> None:
    assert reader.score(Source(text)) == 0


def test_values_that_begin_as_an_escape_are_no_mail() -> None:
    m = mint()
    text = f"session_key=3D{m.key[2:]}\niv={m.iv}\nencryptedData={m.data}"
    (ticket,) = read(text).tickets
    assert ticket.session_key == "3D" + m.key[2:]


@pytest.mark.parametrize("piece", ["=3D", "=\n", "iv=3Da=3D=3D=\n", "=E4", f"{'a' * 75}=\n"])
def test_time_grows_with_the_length(piece: str) -> None:
    assert not grows_linearly(read, lambda size: "=3D=3D" + piece * (size // len(piece)), 3_000)

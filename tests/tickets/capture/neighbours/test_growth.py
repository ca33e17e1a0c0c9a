"""No text makes naming it slower than its length allows."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.neighbours.naming import MOST_CHARACTERS, name_text
from tests.growth import TIMES_LONGER, grows_linearly

SIZE = MOST_CHARACTERS // TIMES_LONGER - 100
PIECES = (
    *("a", "a ", "0", "-", "é", "\ufffd", " ", "\n", "'", '"', "`", "{", "[", "[{", "<a>", "%22"),
    *("a:", '"a":', '"a":1,', 'a="', "a=>", "a\uff1a", "\uff1a", '\\"', "\\u0041", "<a><![CDATA["),
    *("openGId:", "{openGId:'", "watermark{", '{"watermark":{"timestamp":1,"appid":"'),
    *("eyJaaaaaaaa.", "a.b.", "https://a?b=1&", "http:", "a\tb\n", "a\t", ";", "class "),
    *("scene:1", "ticket scene 1 没有", "errcode:", "errcode ", "getShareInfo:fail", "iv is "),
    *("pages/", "pages/a?", "x/", "Cannot read property ", "string(1) ", "1_", "s:%3A", "swan."),
    *("decrypt error ", "decrypt unexpected token ", "decrypt invalid character ", "position 0-"),
    *("decrypt IV passed is ", "-41003 ", "encryptedData=", "undefined ", "code 1008 "),
    "decrypt JSONException: syntax error, pos ",
)  # fmt: skip


def name(text: str) -> Capture:
    return name_text(text, Capture())


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_a_run_of_pieces(piece: str) -> None:
    _check(piece)


@pytest.mark.parametrize("seed", range(15))
def test_a_mixture(seed: int) -> None:
    _check("".join(Random(seed).sample(PIECES, 3)))


def _check(piece: str) -> None:
    assert not grows_linearly(name, lambda size: (piece * size)[:size], SIZE)

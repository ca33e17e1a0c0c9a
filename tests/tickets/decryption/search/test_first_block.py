"""What a payload must begin with."""

from __future__ import annotations

import pytest

from inspector.tickets.decryption.search import first_block

OPEN_GID = '{"openGId":"tG' + "a" * 27 + '","watermark":{}}'


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        (OPEN_GID, 3),
        ('{"openGId":"x' + "a" * 27 + '"}', 2),
        ('{"phoneNumber":"138"}', 3),
        ('{"stepInfoList":[]}', 3),
        ('[{"key":"1","value":"2"}]', 3),
        ("1151_ovYy0MCabcdefghijkl", 3),
        ('{"something":"else"}', 1),
        ('{"openGId":"tG~^' + "a" * 25 + '"}', 2),
        ('{"openGId":"tG\x85a' + "a" * 25 + '"}', 2),
    ],
)
def test_rank(text: str, rank: int) -> None:
    assert first_block.rank(text) == rank


def test_only_ids_that_begin_oddly_and_go_on_as_usual_rest_on_the_iv() -> None:
    assert first_block.unproved_id('{"openGId":"uG' + "a" * 27 + '"}') == "openGId"
    assert first_block.unproved_id('{"openId":"x' + "a" * 27 + '"}') == "openId"
    for usual in (OPEN_GID, '{"openGId":"G"}', '{"openGId":"uG39' + "~" * 25 + '"}'):
        assert first_block.unproved_id(usual) is None


def test_the_first_names_are_those_of_the_table() -> None:
    assert {"openGId", "opengid", "watermark", "stepInfoList", "key"} <= first_block.first_names()


def test_first_characters_count_bytes() -> None:
    assert first_block.first_characters("张" * 9) == "张" * 5

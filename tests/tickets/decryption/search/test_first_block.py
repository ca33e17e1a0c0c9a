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
        ('{"openGId":"tG~^' + "a" * 25 + '"}', 0),
        ('{"openGId":"tG\x85a' + "a" * 25 + '"}', 0),
    ],
)
def test_rank(text: str, rank: int) -> None:
    assert first_block.rank(text) == rank


def test_odd_ids_are_not_suspected_when_odd_throughout() -> None:
    assert not first_block.is_suspicious('{"openGId":"\\u001b]0;owned\\u0007;;"}')


def test_the_first_names_are_those_of_the_table() -> None:
    assert {"openGId", "opengid", "watermark", "stepInfoList", "key"} <= first_block.first_names()


def test_first_characters_count_bytes() -> None:
    assert first_block.first_characters("张" * 9) == "张" * 5

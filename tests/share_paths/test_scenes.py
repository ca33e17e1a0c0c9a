"""The scene table and its search."""

from __future__ import annotations

import pytest

from inspector.share_paths.scenes import scene, scenes, search_scenes


def test_the_list_is_whole_and_in_order() -> None:
    numbers = [known.number for known in scenes()]
    assert len(numbers) == 232
    assert numbers == sorted(set(numbers))
    assert all(known.chinese and known.english for known in scenes())


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        (
            1007,
            "单人聊天会话中的小程序消息卡片",
            "The Mini Program message card in an one-on-one chat",
        ),
        (1044, "带 shareTicket 的小程序消息卡片", "Mini-program message card with a shareTicket"),
        (1286, "明文scheme打开小程序", "Opened by a plaintext scheme"),
        (1432, "贴图号发表的贴图打开小程序", "Opened from a picture post of a picture account"),
    ],
)
def test_known_answers(number: int, chinese: str, english: str) -> None:
    assert (scene(number).text("zh_CN"), scene(number).text("en")) == (chinese, english)


def test_only_the_quoted_english_is_called_official() -> None:
    official = {known.number for known in scenes() if known.official_english}
    assert official == {1007, 1008, 1011, 1017}


def test_an_unknown_number_is_shown_not_refused() -> None:
    unknown = scene(1003)
    assert not unknown.known
    assert unknown.number == 1003
    assert search_scenes("1003")[0] == unknown


@pytest.mark.parametrize("wanted", ["shareticket", "带 shareTicket", "1044", "message card with"])
def test_search_finds_by_number_and_words_in_both_languages(wanted: str) -> None:
    assert 1044 in [found.number for found in search_scenes(wanted)]


def test_the_exact_number_comes_first_and_beginnings_are_completed() -> None:
    found = [match.number for match in search_scenes("104")]
    assert found[0] == 1042
    assert {1043, 1044}.issubset(found)
    assert search_scenes("1048")[0].number == 1048


@pytest.mark.parametrize("wanted", ["", "  ", "zzzz", "\0", "١٠٤٤", "9" * 5000])
def test_any_text_can_be_searched(wanted: str) -> None:
    assert isinstance(search_scenes(wanted), tuple)

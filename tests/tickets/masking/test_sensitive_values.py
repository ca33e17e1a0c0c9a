from __future__ import annotations

from typing import Any

import pytest

from inspector.tickets.masking.sensitive_values import is_sensitive, is_word, looks_sensitive


@pytest.mark.parametrize(
    "text",
    ["13800138000", "+86 138 0013 8000", "(021) 555-0100", "oGZUI0egBJY1zhBYw2KhdUfwVJJE",
     "87bafa08-1bd2-44b2-af20-e4348404f87a", "someone@example.org", "https://example.org/a.png",
     "AAECAwQFBgcICQoLDA0ODw=="],
)  # fmt: skip
def test_ids_numbers_and_addresses_are_suspected(text: str) -> None:
    assert looks_sensitive(text)
    assert looks_sensitive(f" {text}\n")


@pytest.mark.parametrize(
    "text", ["", "zh_CN", "86", "wx0123456789abcdef", "two words here", "群聊"]
)
def test_short_words_and_app_ids_are_not(text: str) -> None:
    assert not looks_sensitive(text)


@pytest.mark.parametrize(
    ("kind", "pointer", "value", "sensitive"),
    [
        ("user_info", "/nickName", "Band", True),
        ("user_info", "/gender", 1, True),
        ("user_info", "/language", "zh_CN", False),
        ("user_info", "/city", "", False),
        (None, "/data/userInfo/nickName", "Band", True),
        (None, "/shopName", "x", True),
        (None, "/state", "x", False),
        (None, "/number", 13800138000, True),
        (None, "/createTime", 1535624932, False),
        ("group_share", "/watermark/timestamp", 1535624932, False),
        ("group_share", "/watermark/timestamp", "oGZUI0egBJY1zhBYw2Khd", True),
        (None, "/appId", "wx0123456789abcdef", False),
    ],
)
def test_the_table_decides_first_and_looks_second(
    kind: str | None, pointer: str, value: Any, sensitive: bool
) -> None:
    assert is_sensitive(kind, pointer, value) is sensitive


def test_words_and_ids() -> None:
    assert all(map(is_word, ["avatarUrl", "userID", "MAX_SIZE", "phone_2", "percent-decoded"]))
    assert not any(map(is_word, ["oGZUI0egBJ", "13800138000", "A" * 25, ""]))

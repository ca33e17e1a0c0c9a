"""Wrong arguments are told in the user's language."""

from __future__ import annotations

import pytest

from inspector.cli.argument_errors import worded
from inspector.messages import Messages
from tests.cli.running import run


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (("qr",), "Missing: TEXT", "缺少：TEXT"),
        (("qr", "a", "b"), "Unknown: b", "无法识别：b"),
        (("decode", "--format", "xml"), "--format cannot be 'xml'", "--format 不能是 'xml'"),
        (("decode", "--iv"), "--iv needs a value", "--iv 需要一个值"),
    ],
)
def test_wrong_arguments_are_told(arguments: tuple[str, ...], english: str, chinese: str) -> None:
    assert run(*arguments).err.startswith(f"inspector: {english}")
    assert run(*arguments, "--lang", "zh_CN").err.startswith(f"inspector: {chinese}")


def test_an_unheard_of_message_is_passed_on() -> None:
    assert worded("something new {x}", Messages("zh_CN")) == "something new {x}"

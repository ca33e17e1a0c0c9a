"""Whatever stands for characters that were left out is told as that, never as damage or an end."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import Outcome, Ticket, judge, read
from inspector.tickets.elision import ELIDED
from tests.window.sealing import sealed

MASKS = ("…", "......", "****", "************", "●●●●", "███", "####", r"\*\*\*\*", "<masked>",
    "[REDACTED]", "（省略）", "[中间省略 20 个字符]", "(omitted)", "<hidden>",
    "【已脱敏】", "＊＊＊＊", "＃＃＃", "××××", "[…]", "(...)", "{{masked}}")  # fmt: skip
PAYLOAD = json.dumps(
    {"openId": "oGZUI0egBJY1zhBYw2KhdUfwVJJE", "nickName": "测试", "city": "Guangzhou",
     "avatarUrl": "https://thirdwx.qlogo.cn/mmopen/vapT/132", "language": "zh_CN",
     "watermark": {"timestamp": 1570944531, "appid": "wx0123456789abcdef"}},
    separators=(",", ":"), ensure_ascii=False,
)  # fmt: skip
WRAPPERS = {
    "json": lambda fields: json.dumps(fields, ensure_ascii=False),
    "lines": lambda fields: "\n".join(f"{name}: {value}" for name, value in fields.items()),
    "javascript": lambda fields: (
        "{" + ", ".join(f"{name}: '{value}'" for name, value in fields.items()) + "}"
    ),
}
MORE_MASKS = ("[FILTERED]", "（已过滤）", "已隐藏", "--snip--", "${masked}", "%{hidden}",
    "{masked}",
    "%masked%", "{{session_key_masked}}", "{{ key | mask }}", "{%masked%}", "<%= masked %>",
    "[[masked]]", "<<hidden>>", "**REDACTED**", "<private>", "(confidential)", "《隐藏》",
    "此处省略",
    "<保密>", "????", "？？？", "~~~~", "* * * *", "● ● ● ●", "REDACTED", "__MASKED__")  # fmt: skip


def masked(ticket: Ticket, mask: str, seed: int) -> Ticket:
    """Return a ticket of whose data some characters in the middle were masked."""
    data = ticket.encrypted_data or ""
    cut = Random(seed).randrange(60, 120)
    return replace(ticket, encrypted_data=data[:cut] + mask + data[cut + 20 :])


@pytest.mark.parametrize("mask", [*MASKS, *MORE_MASKS])
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_masked_data_is_elided_and_both_ends_are_read(mask: str, wrapper: str) -> None:
    for seed in range(3):
        ticket = masked(sealed(PAYLOAD), mask, seed)
        fields = {n: ticket.field(n) for n in ("session_key", "iv", "encryptedData")}
        (found,) = read(WRAPPERS[wrapper](fields)).tickets
        verdict = judge(found)
        assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "elided")
        assert '{"openId":"oGZUI0egBJY1zhBYw2Khd' in (verdict.plaintext or "")
        assert "wx0123456789abcdef" in (verdict.plaintext or "")


@pytest.mark.parametrize("mask", ["xxxx", "XXXXX", "xxxxxx", "XXXXXXXXXXXX", "xxxx-xxxx"])
def test_a_run_of_one_letter_in_data_that_does_not_open_is_a_mask(mask: str) -> None:
    for seed in range(3):
        verdict = judge(masked(sealed(PAYLOAD), mask, seed))
        assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "elided")


@pytest.mark.parametrize("mask", [*MASKS, *MORE_MASKS])
def test_a_masked_key_is_told_as_masked(mask: str) -> None:
    ticket = sealed(PAYLOAD)
    key = ticket.session_key or ""
    verdict = judge(replace(ticket, session_key=key[:4] + mask + key[-4:]))
    assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "elided")


def test_no_base64_is_an_elision() -> None:
    pattern = re.compile(ELIDED, re.VERBOSE | re.IGNORECASE)
    for _ in range(200):
        assert not pattern.search(sealed(PAYLOAD).encrypted_data or "")


@pytest.mark.parametrize("letter", "Xx")
@pytest.mark.parametrize("field", ["session_key", "iv", "encrypted_data"])
def test_a_mask_in_the_form_of_a_value_is_not_corrected(field: str, letter: str) -> None:
    verdict = judge(replace(sealed(PAYLOAD), **{field: letter * 22 + "=="}))
    assert verdict.cause == "elided"
    assert "typo_corrected" not in {repair.code for repair in verdict.repairs}

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.messages import Messages
from inspector.tickets.payload import signature
from inspector.tickets.payload.signature import (
    Hashes,
    encrypted_msg_hash,
    hashes,
    judge_signature,
    sign,
    sign_request,
)
from inspector.tickets.ticket import Ticket

KEY = "AAECAwQFBgcICQoLDA0ODw=="
RAW = '{"nickName":"名 \\"a\\"","gender":1,"city":"Xi\'an","avatarUrl":"https://a.b/c/132"}'


def official() -> dict[str, str]:
    text = (Path(__file__).parents[2] / "vectors" / "official.json").read_text(encoding="utf-8")
    vector: dict[str, str] = json.loads(text)["signature"]
    return vector


def test_the_official_signature() -> None:
    vector = official()
    assert sign(vector["rawData"], vector["session_key"]) == vector["signature"]
    (finding,) = judge_signature(vector["rawData"], vector["signature"], vector["session_key"])
    assert finding.code == "signature_ok"
    upper = vector["signature"].upper() + "\n"
    (finding,) = judge_signature(vector["rawData"], upper, vector["session_key"])
    assert finding.code == "signature_ok"


VALUE = json.loads(RAW)
PARTS: list[tuple[str, tuple[str, ...]]] = [
    (json.dumps(VALUE), ("with spaces after colons and commas", "escaped to ASCII")),
    (json.dumps(VALUE, ensure_ascii=False, indent=4), ("indented by 4 spaces",)),
    (json.dumps(VALUE, ensure_ascii=False, indent=2) + "\n",
     ("indented by 2 spaces", "with a line feed at the end")),
    (json.dumps(VALUE, ensure_ascii=False, indent="\t"), ("indented by tabs",)),
    (json.dumps(VALUE, separators=(",", ":"), sort_keys=True, ensure_ascii=False),
     ("compact", "keys sorted")),
    (json.dumps(VALUE, separators=(",", ":")).replace("/", "\\/"),
     ("compact", "escaped to ASCII", "slashes escaped")),
    (RAW + "\r\n", ("with CRLF at the end",)),
    (json.dumps(RAW, ensure_ascii=False), ("written as a JSON string in quotes",)),
    (json.dumps(RAW, ensure_ascii=False)[1:-1], ("escaped once more as a JSON string",)),
    (RAW.replace("\\", ""), ("without backslashes",)),
]  # fmt: skip


@pytest.mark.parametrize(("signed", "parts"), PARTS)
def test_the_form_that_was_signed_is_named(signed: str, parts: tuple[str, ...]) -> None:
    mismatch, form = judge_signature(RAW, sign(signed, KEY), KEY)
    assert (mismatch.code, form.code) == ("signature_mismatch", "signature_form")
    assert mismatch.parameters["form"] == form.parameters["form"] == parts


@pytest.mark.parametrize("given_as", [text for text, _ in PARTS if "\\" in text or " " in text])
def test_the_platforms_own_form_is_found_from_any_other(given_as: str) -> None:
    found = judge_signature(given_as, sign(RAW, KEY), KEY)
    if given_as != RAW.replace("\\", ""):  # what lost its backslashes cannot be parsed again
        assert [finding.code for finding in found] == ["signature_mismatch", "signature_form"]


def test_the_platforms_order_of_names_is_restored() -> None:
    sorted_by_server = json.dumps(VALUE, sort_keys=True, ensure_ascii=False)
    _, form = judge_signature(sorted_by_server, sign(RAW, KEY), KEY)
    assert form.parameters["form"] == ("compact", "keys in the platform's order")


def test_the_form_is_told_in_words() -> None:
    _, form = judge_signature(RAW, sign(RAW + "\n", KEY), KEY)
    assert Messages("en").finding(form).text.endswith(": with a line feed at the end.")
    assert "末尾有换行符" in Messages("zh_CN").finding(form).text


def test_another_key_fits_no_form() -> None:
    (finding,) = judge_signature(RAW, sign(RAW, KEY[::-1]), KEY)
    assert finding.code == "signature_mismatch"
    assert finding.parameters["form"] == ()


def test_nothing_is_said_where_something_lacks() -> None:
    assert judge_signature(None, "0" * 40, KEY) == ()
    assert judge_signature(RAW, "", KEY) == ()
    assert judge_signature(RAW, "0" * 40, None) == ()


@given(st.text(), st.text(min_size=1), st.text(min_size=1))
def test_any_text_is_judged(raw_data: str, signature: str, key: str) -> None:
    assert judge_signature(raw_data, signature, key)[0].code == "signature_mismatch"
    (finding, *_) = judge_signature(raw_data, sign(raw_data, key.strip()), key)
    assert key.strip() == "" or finding.code == "signature_ok"


@pytest.mark.parametrize("raw", ['{"a":' * 900 + "1" + "}" * 900, "[" * 100_000, "x" * 3_000_000])
def test_hostile_raw_data_costs_little(raw: str) -> None:
    (finding,) = judge_signature(raw, "0" * 40, KEY)
    assert finding.parameters["form"] == ()


def test_a_long_text_is_tried_in_the_likeliest_forms() -> None:
    raw = json.dumps({"nickName": "名" * 50_000}, ensure_ascii=False)
    compact = json.dumps(json.loads(raw), ensure_ascii=False, separators=(",", ":"))
    _, form = judge_signature(raw, sign(compact, KEY), KEY)
    assert form.parameters["form"] == ("compact",)


def test_what_is_hashed_for_one_signature_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[int] = []

    def counted(raw_data: str, session_key: str) -> str:
        hashed.append(len(raw_data))
        return sign(raw_data, session_key)

    monkeypatch.setattr(signature, "sign", counted)
    raw = json.dumps({"nickName": "a" * 50_000, "city": "b"})
    judge_signature(raw, "0" * 40, KEY)
    assert len(hashed) > 1
    assert sum(hashed[:-1]) <= signature.MOST_CHARACTERS


OFFICIAL_KEY = "o0q0otL8aEzpcZL/FT9WsQ=="


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        ('{"foo":"bar"}', "654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b"),
        ("", "46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128"),
    ],
)
def test_the_official_signatures_of_a_request(body: str, signature: str) -> None:
    assert sign_request(OFFICIAL_KEY, body) == signature


def test_the_hash_of_data_is_that_of_its_text() -> None:
    # echo -n 'QUJD' | sha256sum
    known = "d9cae0dbdbf078b2020e2abe5fcd74bc1edba83c35f6b8a86d638ed9b8d3d1f9"
    assert encrypted_msg_hash("QUJD") == known
    assert encrypted_msg_hash("") == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )


def test_hashes_need_what_goes_in() -> None:
    assert hashes(Ticket(None, None, None)) == Hashes(None, None, None)
    made = hashes(Ticket(OFFICIAL_KEY, None, "QUJD", raw_data=""), '{"foo":"bar"}')
    assert made.signature == sign("", OFFICIAL_KEY)
    assert made.body_signature == sign_request(OFFICIAL_KEY, '{"foo":"bar"}')
    assert made.encrypted_msg_hash == encrypted_msg_hash("QUJD")

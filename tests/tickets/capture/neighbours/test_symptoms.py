"""What libraries say is named with its causes, as the record of running them tells."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest

from inspector import assets
from inspector.findings import Finding
from inspector.messages import finding_table, speaking
from inspector.tickets import read
from inspector.tickets.capture.neighbours.symptoms import symptoms
from tests.tickets.capture.neighbours.sdks import recorder
from tests.tickets.capture.neighbours.sdks.recorder import CAUSES, OF_PROGRAMS, SDKS, Sdk

RECORD: dict[str, Any] = json.loads(recorder.RECORD.read_text(encoding="utf-8"))
DOCUMENTED: list[dict[str, Any]] = json.loads(recorder.DOCUMENTED.read_text(encoding="utf-8"))
CAUSE_OF = {damage: cause for cause, (_, damages) in CAUSES.items() for damage in damages}


def named(text: str) -> Finding:
    (finding,) = read(text).findings
    return finding


def codes(finding: Finding) -> tuple[str, ...]:
    found = finding.parameters["codes"]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("pad block corrupted", "session_key_wrong"),
        ("javax.crypto.BadPaddingException: pad block corrupted", "session_key_wrong"),
        ("Error: Illegal Buffer", "session_key_wrong"),
        ("error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt",
         "session_key_wrong"),
        ("ValueError: Padding is incorrect.", "session_key_wrong"),
        ("openssl_decrypt(): IV passed is only 15 bytes long, cipher expects 16", "iv_length"),
        ("IV passed is 15 bytes", "iv_length"),
        ("-41001", "session_key_length"),
        ("-41002", "iv_length"),
        ("-41003", "session_key_wrong"),
        ('{"errcode":-41003,"errmsg":"aes decrypt fail"}', "session_key_wrong"),
        ("Invalid AES key length: 18", "session_key_length"),
        ("java.security.InvalidKeyException: Invalid AES key length: 27 bytes",
         "session_key_length"),
        ("UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9: invalid start byte",
         "session_key_wrong"),
        ("panic: crypto/cipher: input not full blocks", "data_truncated"),
        ("error:1e00006d:Cipher functions:OPENSSL_internal:WRONG_FINAL_BLOCK_LENGTH",
         "space_to_plus"),
        ("java.lang.IllegalArgumentException: Illegal base64 character 20", "space_to_plus"),
        ("illegal base64 data at input byte 151", "space_to_plus"),
        ("invalid character 'Ú' looking for beginning of value", "session_key_wrong"),
        ("Padding is invalid and cannot be removed.", "session_key_wrong"),
        ("填充无效，无法被移除。", "session_key_wrong"),
        ("Key length not 128/192/256 bits.", "session_key_length"),
        ("Exception: Invalid Buffer", "app_id_mismatch"),
        ("panic: runtime error: slice bounds out of range [:-61]", "session_key_wrong"),
        ("runtime error: slice bounds out of range [:-193]", "session_key_wrong"),
        ("runtime error: index out of range [-1]", "encrypted_data_missing"),
        ("ERR_OSSL_EVP_BAD_DECRYPT", "session_key_wrong"),
        ("ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH", "space_to_plus"),
        ("[ERR_CRYPTO_INVALID_IV]: Invalid initialization vector", "iv_length"),
        ("java.security.InvalidKeyException: Illegal key size or default parameters",
         "session_key_length"),
        ("java.lang.IllegalArgumentException: Empty key", "session_key_missing"),
        (("UnicodeDecodeError: 'gbk' codec can't decode byte 0xa4 in position 3: "
         "illegal multibyte sequence"), "session_key_wrong"),
        (("com.fasterxml.jackson.core.JsonParseException: Unrecognized token 'ۍ': was expecting "
         "(JSON String, Number, Array, Object or token 'null')"), "session_key_wrong"),
        ("openssl_decrypt(): Failed to base64 decode the input", "space_to_plus"),
        ("thread panicked: called `Result::unwrap()` on an `Err` value: UnpadError",
         "session_key_wrong"),
        ("aes 解密失败", "session_key_wrong"),
    ],
)  # fmt: skip
def test_a_symptom_has_its_causes_in_every_form(said: str, cause: str) -> None:
    trace = "Traceback (most recent call last):\n" + "  File 'decrypt.py', line 3\n" * 60
    forms = [
        said,
        f"大佬们，服务端解密报错 {said} 是什么原因？",
        f"2024-05-20 13:29:35 ERROR [exec-3] c.w.Decrypt : {said}",
        f"{trace}Error: {said}",
        f"Caused by: {said}\n\tat com.wx.AesUtil.decrypt(AesUtil.java:42)\n",
    ]
    for text in forms:
        finding = named(text)
        assert finding.code == "sdk_error"
        assert codes(finding)[0] == cause


def test_causes_are_told_in_their_order_and_what_to_paste_next() -> None:
    finding = named("Error: Illegal Buffer")
    english = speaking("en").finding(finding)
    first, second = (
        assets.table("symptoms")["causes"][code]["text"] for code in codes(finding)[:2]
    )
    assert first in english.text
    assert second not in english.text
    assert english.also[:2] == ("Other causes, the likeliest first:", second)
    whole = speaking("en").sentence(finding)
    assert whole.index(first) < whole.index(second)
    assert "session_key, iv, encryptedData, appid" in english.advice
    assert "session_key、iv、encryptedData、appid" in speaking("zh_CN").finding(finding).advice


@pytest.mark.parametrize(
    "text",
    [
        "SyntaxError: Unexpected token < in JSON at position 0",
        "invalid character '<' looking for beginning of value",
        "Expecting value: of the share price, line 3 column 1",
        "the padding of this box is 16 bytes",
        "ValueError: invalid literal for int() with base 10: 'x'",
        "error 41003",
    ],
)
def test_other_errors_are_not_named(text: str) -> None:
    assert "sdk_error" not in [finding.code for finding in read(text).findings]


def test_a_program_that_holds_such_words_is_not_named() -> None:
    python = 'if block % 16:\n    raise DecryptError("Padding is incorrect.")\n' * 30
    go = 'func decrypt(b []byte) {\n\tpanic("crypto/cipher: input not full blocks")\n}\n' * 30
    assert not read(python).findings
    assert not read(go).findings


def test_a_log_that_holds_them_is_named() -> None:
    other = "2024-05-20 13:29:34 INFO decrypt of user 3\n" * 40
    for line in (
        '{"level":"error","msg":"crypto/cipher: input not full blocks"}',
        '2024-05-20 13:29:35 ERROR decrypt: "crypto/cipher: input not full blocks"',
    ):
        assert named(other + line).code == "sdk_error"


def test_the_table_is_the_record_turned_round() -> None:
    assert assets.table("symptoms")["symptoms"] == recorder.turned_round(RECORD, DOCUMENTED)


def test_every_symptom_finds_itself() -> None:
    for known in symptoms():
        said = known.says.replace("#", "7").replace("…", "'�'")
        assert codes(named(f"decrypt error: {said}")) == tuple(known.causes), known.says


def test_every_cause_has_words_and_a_damage() -> None:
    causes = assets.table("symptoms")["causes"]
    assert set(causes) == {*CAUSES, *OF_PROGRAMS}
    assert {cause for known in symptoms() for cause in known.causes} == {*CAUSES, *OF_PROGRAMS}
    assert all(code in finding_table() for code in CAUSES)


@pytest.mark.parametrize("sdk", SDKS, ids=lambda sdk: sdk.name)
def test_what_a_library_says_here_is_known(sdk: Sdk) -> None:
    """Of fresh tickets, too, and whatever version is installed."""
    if not sdk.is_installed:
        pytest.skip(f"{sdk.name} is not installed")
    damaged = list(recorder.damaged(4, "fresh "))
    right: dict[str, list[bool]] = defaultdict(list)
    for (damage, _), said in zip(damaged, sdk.says([t for _, t in damaged]), strict=True):
        for each in filter(recorder.shape, said):
            findings = read(f"decrypt error: {each}").findings
            causes = codes(findings[0]) if findings and "codes" in findings[0].parameters else ()
            right[CAUSE_OF[damage]].append(CAUSE_OF[damage] in causes)
    weights = {cause: CAUSES[cause][0] for cause in right}
    hits = sum(weights[cause] * sum(each) / len(each) for cause, each in right.items())
    assert hits >= sdk.tells * sum(weights.values()), right
    assert all(right["session_key_wrong"])


@pytest.mark.parametrize("sdk", SDKS, ids=lambda sdk: sdk.name)
def test_the_record_is_what_the_same_version_says(sdk: Sdk) -> None:
    """Of other tickets; how often what is said depends on chance is not compared."""
    if not sdk.is_installed or sdk.installed_version() != RECORD[sdk.name]["version"]:
        pytest.skip(f"{sdk.name} of the recorded version is not installed")
    recorded, now = RECORD[sdk.name]["says"], recorder.record_of(sdk, seed="other tickets ")
    for said in recorded.keys() | now.keys():
        then, today = recorded.get(said, {}), now.get(said, {})
        for damage in then.keys() | today.keys():
            assert then.get(damage, 0) == pytest.approx(today.get(damage, 0), abs=0.6 * sdk.ways), (
                said
            )


def test_findings_tell_what_the_official_sample_returns() -> None:
    """The `sdk` sentences come from the same record, wherever it is of one mind."""
    says = RECORD["PHP"]["says"]
    told = {}
    for cause, (_, damages) in CAUSES.items():
        for code in ("-41001", "-41002", "-41003"):
            if all(says[code].get(damage, 0) > 0.9 for damage in damages):
                told[cause] = code
    assert len(told) >= 9
    assert told == {cause: finding_table()[cause]["sdk"] for cause in told}

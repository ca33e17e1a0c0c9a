"""Errors of every language and platform lead to their causes, in every form of pasting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest

from inspector.tickets import read
from inspector.tickets.capture.neighbours.symptoms import symptoms

LINES: Final = {
    "padding_name": (
        "NoSuchAlgorithmException: Cannot find any provider supporting AES/CBC/PKCS7Padding",
    ),
    "provider_missing": (
        "java.security.NoSuchProviderException: No such provider: BC",
        "java.lang.NoClassDefFoundError: org/bouncycastle/jce/provider/BouncyCastleProvider",
    ),
    "library_missing": (
        "PHP Fatal error:  Uncaught Error: Call to undefined function mcrypt_module_open()",
        "ModuleNotFoundError: No module named 'Crypto'",
    ),
    "another_cipher": (
        "javax.crypto.BadPaddingException: Decryption error",
        "Error: Unsupported state or unable to authenticate data",
        "CCCryptorStatus kCCUnimplemented",
    ),
    "own_memory": ("CCCrypt failed with ccStatus == -4301", "kCCBufferTooSmall"),
    "text_for_bytes": ("TypeError: Object type <class 'str'> cannot be passed to C code",),
    "session_key_wrong": (
        "javax.crypto.BadPaddingException",
        "CCCryptorStatus -4304",
        "OpenSSL::Cipher::CipherError (bad decrypt)",
        "error:1C800064:lib(57)::reason(100)",
        "CryptographicException: Bad PKCS7 padding. Invalid length 97.",
        "System.Security.Cryptography.CryptographicException: 填充无效，无法被移除。",
        "PKCS#7 padding byte out of range",
        "Error: aes/pcks5: wrong padding",
        "OperationError: The operation failed for an operation-specific reason",
        "panic: invalid padding on input",
        "com.alibaba.fastjson.JSONException: syntax error, pos 1, line 1, column 2\ufffd\ufffd",
        "com.google.gson.stream.MalformedJsonException: Expected value at line 1 column 1 path $",
        "System.Text.Json.JsonException: '0x8F' is an invalid start of a value. LineNumber: 0",
        "Value \ufffd of type java.lang.String cannot be converted to JSONObject JSONException",
        "FormatException: Unexpected extension byte (at offset 0)",
        "The ciphertext has an invalid padding length (7) compared to the block size (16)",
    ),
    "space_to_plus": (
        "javax.crypto.IllegalBlockSizeException: Input length not multiple of 16 bytes",
        "AES.Error.dataPaddingRequired: CryptoSwift",
        "error:1C80006B:Provider routines::wrong final block length",
        "System.Security.Cryptography.CryptographicException: 输入数据不是完整的块。",
        "called `Result::unwrap()` on an `Err` value: InvalidByte(22, 32)",
        "FormatException: Invalid length, must be multiple of four (at character 150)",
    ),
    "data_truncated": ("Error: invalid ciphertext size (must be multiple of 16 bytes)",),
    "session_key_length": (
        "java.security.InvalidKeyException: Unsupported key size: 18 bytes",
        "CryptoKit.CryptoKitError.incorrectKeySize",
        "The operation couldn’t be completed. (CryptoSwift.AES.Error error 0.)",
        "OpenSSL::Cipher::CipherError: key length too short",
        "mcrypt_generic_init(): Key size too large; supplied length: 24, max: 16",
        "指定的密钥大小对于此算法无效。",
    ),
    "iv_length": (
        "initialisation vector must be the same length as block size",
        "OpenSSL::Cipher::CipherError: iv length too short",
        "CryptoSwift.CBC.Error.invalidInitializationVector",
        "Invalid argument(s): Initialization vector must be the same length as block size",
        "OperationError: algorithm.iv must contain exactly 16 bytes",
    ),
    "app_id_mismatch": ("wechatpy.exceptions.InvalidAppIdException: Error code: -40005",),
}
"""Likeliest cause -> what is said, as reports in public and runs of the libraries have it."""
OTHERS: Final = (
    "error:0308010C:digital envelope routines::unsupported",
    "error:0A000126:SSL routines::unexpected eof while reading",
    "java.lang.ClassNotFoundException: com.mysql.jdbc.Driver",
    "java.security.NoSuchAlgorithmException: MD55 MessageDigest not available",
    "ModuleNotFoundError: No module named 'requests'",
    "PHP Fatal error:  Uncaught Error: Call to undefined function mb_strlen()",
    "System.FormatException: Input string was not in a correct format.",
    "FormatException: Invalid radix-10 number (at character 1)",
    "UICollectionView error -4304 rows",
    "error: the data must not be empty",
    "error: expected value at line 3 column 2",
    "URIError: URI malformed",
    "com.alibaba.fastjson.JSONException: autoType is not support. com.demo.User",
)
"""Errors of programs that decrypt nothing."""


def pasted(said: str) -> Iterator[str]:
    """Give what is said alone, in a chat, in logs short and long, and in traces."""
    trace = f"{said}\n\tat com.demo.wx.AesUtil.decrypt(AesUtil.java:41)\n"
    fine = "".join(
        f"2025-03-11 09:12:{second:02} INFO [exec-3] c.d.Share : share {second} decrypted\n"
        for second in range(60)
    )
    yield from (said, trace, f"求助各位，小程序数据后台解密一直报 {said} ，有人遇到过吗")
    yield f"2025-03-11 09:12:44.193 ERROR 21 --- [exec-7] c.d.w.Share : decrypt failed: {said}"
    yield f"a.b.NestedException: Request failed\n\tat a.b.C.d(C.java:1)\nCaused by: {trace}"
    yield f"{fine}2025-03-11 09:12:44 ERROR [exec-7] c.d.Share : {trace}"


@pytest.mark.parametrize(
    ("cause", "said"), [(cause, said) for cause, lines in LINES.items() for said in lines]
)
def test_a_line_leads_to_its_causes_in_every_form(cause: str, said: str) -> None:
    for text in pasted(said):
        (finding,) = read(text).findings
        assert finding.code == "sdk_error", text
        assert finding.parameters["codes"][0] == cause, text  # type: ignore[index]


@pytest.mark.parametrize("length", [3, 60])
def test_what_a_library_quotes_of_a_damaged_text_is_no_payload(length: int) -> None:
    rest = ",".join(f'{{"timestamp":{1647360000 + at},"step":{at}}}' for at in range(length))
    mark = '"watermark":{"timestamp":1650000000,"appid":"wxa32d2bb95dc1ea42"}}'
    quoted = f"\ufffd%\x18\ufffdpD\ufffd\ufffd[{rest}],{mark}"
    ruby = (
        f"/usr/lib/ruby/3.1.0/json/common.rb:216:in `parse': 859: unexpected token at '{quoted}' "
        "(JSON::ParserError)\n\tfrom d.rb:2:in `decrypt'\n"
    )
    node = (
        f"<anonymous_script>:1\n{quoted}\n^\n\nSyntaxError: Unexpected token '\ufffd', "
        f'"\ufffd%\x18\ufffd"... is not valid JSON\n    at JSON.parse (<anonymous>)\n'
    )
    for text in (ruby, node):
        assert [finding.code for finding in read(text).findings] == ["sdk_error"]


@pytest.mark.parametrize("said", OTHERS)
def test_an_error_of_another_kind_is_not_named(said: str) -> None:
    for text in (said, f"2025-03-11 ERROR [exec-1] a.b.C - {said}", f"一直报 {said} 怎么办"):
        assert "sdk_error" not in [finding.code for finding in read(text).findings], text


def test_words_say_more_than_the_name_of_an_error() -> None:
    with_words = [" " in known.says for known in symptoms()]
    assert with_words == sorted(with_words, reverse=True)

"""Reads one ticket a line (see recorder.py) and writes what PyCryptodome says about it."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable
from typing import Any

from Crypto.Cipher import AES
from Crypto.Util.Padding import unpad


def decrypt(key: str, iv: str, data: str, app_id: str, *, cut: Callable[[bytes], bytes]) -> None:
    cipher = AES.new(base64.b64decode(key), AES.MODE_CBC, base64.b64decode(iv))
    payload = json.loads(cut(cipher.decrypt(base64.b64decode(data))))
    if payload["watermark"]["appid"] != app_id:
        raise Exception("Invalid Buffer")


def cut_as_the_sample_does(text: bytes) -> bytes:
    return text[: -text[-1]]


def cut_with_care(text: bytes) -> bytes:
    return unpad(text, AES.block_size)


for line in sys.stdin:
    fields: list[Any] = [
        None if each == "-" else bytes.fromhex(each).decode() for each in line.split()
    ]
    for way in (cut_as_the_sample_does, cut_with_care):
        said = ""
        try:
            decrypt(*fields, cut=way)
        except Exception as error:  # noqa: BLE001
            said = f"{type(error).__name__}: {error}"
        print(said.encode("utf-8", "surrogatepass").hex() or "-")

"""Reads one ticket a line (see recorder.py) and writes what cryptography says about it."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7


def decrypt(key: str, iv: str, data: str, app_id: str) -> None:
    cipher = Cipher(AES(base64.b64decode(key)), CBC(base64.b64decode(iv))).decryptor()
    padded = cipher.update(base64.b64decode(data)) + cipher.finalize()
    unpadder = PKCS7(128).unpadder()
    payload = json.loads(unpadder.update(padded) + unpadder.finalize())
    if payload["watermark"]["appid"] != app_id:
        raise Exception("Invalid Buffer")


for line in sys.stdin:
    fields: list[Any] = [
        None if each == "-" else bytes.fromhex(each).decode() for each in line.split()
    ]
    said = ""
    try:
        decrypt(*fields)
    except Exception as error:  # noqa: BLE001
        said = f"{type(error).__name__}: {error}"
    print(said.encode("utf-8", "surrogatepass").hex() or "-")

"""Reads one ticket a line (see recorder.py) and writes what wechatpy says about it."""

from __future__ import annotations

import sys
from typing import Any

from wechatpy.crypto import WeChatWxaCrypto

for line in sys.stdin:
    fields: list[Any] = [
        None if each == "-" else bytes.fromhex(each).decode() for each in line.split()
    ]
    key, iv, data, app_id = fields
    said = ""
    try:
        WeChatWxaCrypto(key, iv, app_id).decrypt_message(data)
    except Exception as error:  # noqa: BLE001
        said = f"{type(error).__name__}: {error}"
    print(said.encode("utf-8", "surrogatepass").hex() or "-")

"""Bytes as languages print them."""

from __future__ import annotations

import json
from collections.abc import Callable


def _java(data: bytes) -> str:
    return "[" + ", ".join(str(b - 256 if b > 127 else b) for b in data) + "]"


NOTATIONS: dict[str, Callable[[bytes], str]] = {
    "hex": bytes.hex,
    "HEX": lambda data: data.hex().upper(),
    "0x": lambda data: "0x" + data.hex(),
    "colons": lambda data: data.hex(":"),
    "blanks": lambda data: data.hex(" ").upper(),
    "Buffer": lambda data: json.dumps({"type": "Buffer", "data": list(data)}),
    "compact Buffer": lambda data: json.dumps(
        {"type": "Buffer", "data": list(data)}, separators=(",", ":")
    ),
    "Node": lambda data: f"<Buffer {data.hex(' ')}>",
    "list": lambda data: str(list(data)),
    "Java": _java,
    "Go": lambda data: f"[{' '.join(map(str, data))}]",
    "0x list": lambda data: ", ".join(f"0x{b:02x}" for b in data),
    "0x Go": lambda data: "[]byte{" + ", ".join(f"{b:#x}" for b in data) + "}",
    "escapes": lambda data: "".join(f"\\x{b:02x}" for b in data),
    "Python": repr,
    "bytearray": lambda data: repr(bytearray(data)),
    "Uint8Array": lambda data: f"Uint8Array({len(data)}) {list(data)}",
    "lines": lambda data: "\n".join(data.hex()[at : at + 32] for at in range(0, len(data) * 2, 32)),
    "dashes": lambda data: data.hex("-").upper(),
    "dump": lambda data: data.hex(" ", 2),
    "literal": lambda data: f"x'{data.hex()}'",
    "Java array": lambda data: "{" + ", ".join(f"(byte) 0x{b:02x}" for b in data) + "}",
    "commas": lambda data: ",".join(map(str, data)),
}

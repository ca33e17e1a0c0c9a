"""Runs the terminal face within the test, with streams of its own; and makes tickets."""

from __future__ import annotations

import base64
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.cli import main
from inspector.exact_json.parsing import write
from inspector.tickets.decryption import cipher

ENGLISH = {"LANGUAGE": "en"}


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        """The results of `--format json`, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Screen(io.TextIOWrapper):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        return True


def run(
    *arguments: str,
    stdin: bytes | str | None = None,
    environment: Mapping[str, str] = ENGLISH,
    screen: bool = False,
) -> Ran:
    """Run `inspector` with these arguments; without `stdin` a keyboard is there."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    kind: type[io.TextIOWrapper] = Screen if screen else io.TextIOWrapper
    given = (Screen if data is None else io.TextIOWrapper)(io.BytesIO(data or b""))
    out, err = io.BytesIO(), io.BytesIO()
    outs = [kind(stream, encoding="utf-8", newline="\n") for stream in (out, err)]
    status = main(arguments, environment, stdin=given, stdout=outs[0], stderr=outs[1])
    for stream in outs:
        stream.flush()
    return Ran(status, out.getvalue().decode(), err.getvalue().decode())


@dataclass(frozen=True)
class Minted:
    """A ticket made under fresh random keys."""

    session_key: str
    iv: str
    encrypted_data: str

    @property
    def json(self) -> str:
        """The ticket as a JSON object with the names of the wire."""
        return json.dumps(self.wire)

    @property
    def wire(self) -> dict[str, str]:
        """The fields by their names on the wire."""
        return {
            "session_key": self.session_key,
            "iv": self.iv,
            "encryptedData": self.encrypted_data,
        }


def mint(payload: object = None, *, key: bytes | None = None, iv: bytes | None = None) -> Minted:
    """Seal a payload (a group share without one)."""
    key, iv = key or os.urandom(16), iv or os.urandom(16)
    watermark = {"timestamp": 1535624932, "appid": "wx" + os.urandom(8).hex()}
    group = base64.urlsafe_b64encode(os.urandom(21)).decode()
    value = {"openGId": "G" + group[1:], "watermark": watermark} if payload is None else payload
    text = value if isinstance(value, str) else write(value)
    sealed = cipher.seal(key, iv, text.encode())
    key_text, iv_text, data = (base64.b64encode(part).decode() for part in (key, iv, sealed))
    return Minted(key_text, iv_text, data)

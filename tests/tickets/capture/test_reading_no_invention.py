"""No ticket is made of what is none: source files, keys and texts of other schemes, routes."""

from __future__ import annotations

import base64
import json
import random
import secrets
import string
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.tickets import Ticket, read
from inspector.tickets.fields import MAIN_FIELDS
from tests.tickets.capture.capture_forms import mint

WORDS = ("crypt", "cipher", "session", "ticket", "appid", "signature", "base64")
"""A file without any of them names nothing that a ticket holds."""
MOST_FILES = 120
MOST_CHARACTERS = 200_000


def b64(size: int) -> str:
    return base64.b64encode(secrets.token_bytes(size)).decode()


def hexadecimal(size: int) -> str:
    return secrets.token_hex(size)


def login_code() -> str:
    return "0" + "".join(random.choices(string.ascii_letters + string.digits, k=31))


def pem(kind: str, size: int) -> str:
    body = b64(size)
    lines = "\n".join(body[at : at + 64] for at in range(0, len(body), 64))
    return f"-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----"


def sources() -> list[Path]:
    """Return ordinary source files at hand: Python's own, and those of installed packages."""
    roots = {sysconfig.get_path(name) for name in ("stdlib", "purelib")}
    files = [
        path
        for root in sorted(roots)
        for path in Path(root).rglob("*")
        if path.suffix in (".py", ".js", ".json", ".md", ".txt", ".html", ".rst", ".pem")
        and "inspector" not in path.parts
    ]
    return sorted(files)


def whole(ticket: Ticket) -> bool:
    return all(ticket.field(name) for name in MAIN_FIELDS)


def test_ordinary_source_files_hold_no_ticket() -> None:
    found, read_files = [], 0
    files = sources()
    random.shuffle(files)
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")[:MOST_CHARACTERS]
        if any(word in text.lower() for word in WORDS):
            tickets = read(text).tickets
            found += [(str(file), ticket) for ticket in tickets if whole(ticket)]
            read_files += 1
        if read_files >= MOST_FILES:
            break
    assert read_files > 30
    assert found == []


def others() -> Iterator[str]:
    """Yield texts of other things that look like a ticket's parts, with fresh values."""
    routes = ["api/v1/user/getInfo", "api/v1/user/getPhone", "api/v1/goods/detailOfGoods"]
    yield "\n".join(f"request('{route}')" for route in routes)
    yield "\n".join(f"import x{n} from '@/pages/user/login{n}Info'" for n in range(4))
    yield f"auth.session('{login_code()}')\nconst r = pc.decryptData(data, iv, key)"
    yield f"f('{b64(16)}')\ng('{b64(16)}')\nh('{b64(64)}')"
    for kind in ("PUBLIC KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "CERTIFICATE"):
        for name in ("key", "session_key", "encrypted", "data", "privateKey"):
            yield f"const {name} = `{pem(kind, 294)}`"
            yield json.dumps({name: pem(kind, 294), "iv": "iv"})
    locked = pem("ENCRYPTED PRIVATE KEY", 294)
    yield f'iv = \'{hexadecimal(8).upper()}\'\npem = """{locked}"""\n'
    yield f"iv = '{hexadecimal(8).upper()}'\npem = '{locked}'\n".replace("-\n", "-\\n\\\n")
    yield f"apiv3Key: '{hexadecimal(16)}', serial: '{hexadecimal(20)}'"
    yield json.dumps({"key": f"uploads/2020/{hexadecimal(16)}.jpg", "data": hexadecimal(32)})
    yield json.dumps({"iv": f"{hexadecimal(16)}.png", "data": f"{hexadecimal(16)}.mp4"})
    yield f"encrypted = '{b64(128)}'\nprint(rsa.decrypt(encrypted, key))"
    yield f"aes(key='{b64(12)}', iv='{b64(12)}')\nrsa.decrypt('{b64(256)}')"
    yield f"aes(key='{b64(12)}', iv='{b64(12)}')\nconst ENC = '{b64(128)}' // RSA"
    yield json.dumps({"publicKey": b64(162), "data": b64(128), "sign": b64(256)})
    yield f"Content-MD5: {b64(16)}\nSec-WebSocket-Key: {b64(16)}\nETag: {b64(16)}"
    yield f"assertEqual(md5('a'), '{b64(16)}')\nassertEqual(md5('b'), '{b64(16)}')"


@pytest.mark.parametrize("number", range(len(list(others()))))
def test_other_things_are_no_ticket(number: int) -> None:
    for _ in range(5):
        text = list(others())[number]
        assert [ticket for ticket in read(text).tickets if ticket.encrypted_data] == [], text


def test_a_call_is_read_by_itself_among_others() -> None:
    for _ in range(20):
        m = mint()
        values = random.sample([m.key, m.iv, m.data], 3)
        call = "decryptData(" + ", ".join(f"'{value}'" for value in values) + ")"
        text = f"auth.session('{login_code()}')\nlog('{b64(16)}')\n{call}\nrequest('{b64(16)}')"
        (ticket,) = read(text).tickets
        assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, m.iv, m.data)

"""Strings that people paste where a key, an iv or data belongs, and that are something else.

Their forms are those of `resources/neighbours.json`, which tells texts of one value alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from inspector import assets
from inspector.findings import Finding, Severity
from inspector.tickets.decryption.search.pasted import Pasted

LONGEST: Final = 2_000
"""Characters of a text that may be a handle; the tokens of web sessions are the longest."""
OF_THE_KEY: Final = ("undefined_value", "app_id", "phone_code", "app_secret", "login_code",
    "own_session_id", "open_id", "cloud_id")  # fmt: skip
"""What may stand where the session key belongs, the most particular first: there a UUID is the
id of a session of one's own server."""
OF_ANOTHER: Final = ("undefined_value", "share_ticket_handle", "app_id", "phone_code", "login_code",
    "open_id", "cloud_id")  # fmt: skip
"""What may stand where the iv or the data belongs."""
_NOISE: Final = re.compile(r"[\s\"'`“”‘’,;\ufeff\u200b-\u200d]+")


def handle_of(text: str, field: str = "session_key") -> str | None:
    """Return the code of what a text is instead of the field, named as on the wire, or None."""
    if len(text) > LONGEST:
        return None
    codes = OF_THE_KEY if field == "session_key" else OF_ANOTHER
    bare = _NOISE.sub("", text)
    return next((code for code in codes if form(code).fullmatch(bare)), None)


def handle(pasted: Pasted) -> Finding | None:
    """Return the error that a field holds something else, or None."""
    code = handle_of(pasted.text, pasted.name)
    if code is None:
        return None
    shown = {"value": pasted.text.strip()} if code == "undefined_value" else {}
    return Finding(code, Severity.ERROR, pasted.name, shown)


def find_handles(pasted: Iterable[Pasted]) -> list[Finding]:
    """Return an error for every field that holds a handle, the data's first."""
    found = [finding for each in pasted if (finding := handle(each))]
    return sorted(found, key=lambda finding: finding.field != "encryptedData")


@cache
def form(code: str) -> re.Pattern[str]:
    """Return the form of what has a code, such as `open_id`."""
    return re.compile(assets.table("neighbours")["forms"][code], re.ASCII)

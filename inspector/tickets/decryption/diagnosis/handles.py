"""Strings that people paste where a key or data belongs, and that are something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from inspector.findings import Finding, Severity
from inspector.tickets.decryption.search.pasted import Pasted

_FORMS: Final = {
    "share_ticket_handle": re.compile(
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE
    ),
    "cloud_id": re.compile(r"[0-9]{1,3}_[A-Za-z0-9_-]{32,100}"),
    "login_code": re.compile(r"0[0-9A-Za-z]{31}|[0-9a-f]{64}"),
}
_NOISE: Final = re.compile(r"[\s\"'`“”‘’,;\ufeff\u200b-\u200d]+")


def handle_of(text: str) -> str | None:
    """Return the code of what a text is instead of base64, or None."""
    if len(text) > 400:
        return None
    bare = _NOISE.sub("", text)
    return next((code for code, form in _FORMS.items() if form.fullmatch(bare)), None)


def find_handles(pasted: Iterable[Pasted]) -> list[Finding]:
    """Return an error for every field that holds a handle, the data's first."""
    found = [(each.name, handle_of(each.text)) for each in pasted]
    found.sort(key=lambda item: item[0] != "encryptedData")
    return [Finding(code, Severity.ERROR, name) for name, code in found if code]

"""What the platform hashes and signs, all in lower-case hex, and whether a signature fits.

A share result is signed with `sha1(rawData + session_key)`. The key goes in as its base64 text,
`rawData` as the exact text the client received (DOMAIN 2.3).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from inspector.findings import Finding, Severity
from inspector.tickets.payload.raw_data_forms import rewritten
from inspector.tickets.ticket import Ticket

MOST_CHARACTERS: Final = 800_000
"""What all forms that are tried may have together, which bounds the time: a `rawData` of usual
length is tried in every form, a very long one in the likeliest."""


def sign(raw_data: str, session_key: str) -> str:
    """Return the signature the platform makes: 40 lower-case hex digits."""
    text = (raw_data + session_key).encode("utf-8", "surrogatepass")
    return hashlib.sha1(text, usedforsecurity=False).hexdigest()


def sign_request(session_key: str, body: str = "") -> str:
    """Return the signature of a user's login that the server API takes: 64 hex digits.

    It is hmac_sha256 over the body of a POST, over nothing for `checksession`; the key of it is
    the session key's text, not what its base64 stands for (DOMAIN 2.4).
    """
    key = session_key.encode("utf-8", "surrogatepass")
    return hmac.new(key, body.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def encrypted_msg_hash(encrypted_data: str) -> str:
    """Return what `checkencryptedmsg` asks for: the sha256 of encryptedData's base64 text."""
    return hashlib.sha256(encrypted_data.encode("utf-8", "surrogatepass")).hexdigest()


HASH_WORDS: Final[Mapping[str, str]] = {
    "encrypted_msg_hash": "sha256 of encryptedData, for checkencryptedmsg",
    "checksession_signature": "hmac_sha256 of the empty text under session_key, for checksession",
    "signature": "sha1(rawData + session_key)",
    "body_signature": "hmac_sha256 of the body under session_key, for a POST",
}
"""Hash -> what it is, a msgid."""


@dataclass(frozen=True, slots=True)
class Hashes:
    """What settles a quarrel with the server; None where what goes in is missing in the ticket."""

    encrypted_msg_hash: str | None
    """For `checkencryptedmsg`: whether the platform made the data."""
    checksession_signature: str | None
    """For `checksession`: whether the session key is still valid."""
    signature: str | None
    """What the `signature` that came with `rawData` should be."""
    body_signature: str | None = None
    """For a POST whose body was given."""


def hashes(ticket: Ticket, body: str | None = None) -> Hashes:
    """Return the hashes of a ticket as it stands, and of a request's body signed by its key."""
    key, raw_data = ticket.session_key, ticket.raw_data
    return Hashes(
        encrypted_msg_hash(ticket.encrypted_data) if ticket.encrypted_data else None,
        sign_request(key) if key else None,
        sign(raw_data, key) if key and raw_data is not None else None,
        sign_request(key, body) if key and body is not None else None,
    )


def judge_signature(
    raw_data: str | None, signature: str | None, session_key: str | None
) -> tuple[Finding, ...]:
    """Return what is found of a signature; nothing where one of the three is missing.

    `signature_ok`, or `signature_mismatch` with the parameter `form`: the parts, as msgids, of
    the other form of `rawData` that was signed, or an empty tuple where none fits. Where one
    fits, `signature_form` follows and names it.
    """
    if raw_data is None or not signature or not session_key:
        return ()
    wanted, key = signature.strip().lower(), session_key.strip()
    if _fits(raw_data, key, wanted):
        return (Finding("signature_ok", Severity.INFO, "signature"),)
    form = matching_form(raw_data, key, wanted)
    mismatch = Finding("signature_mismatch", Severity.ERROR, "signature", {"form": form})
    if not form:
        return (mismatch,)
    return mismatch, Finding("signature_form", Severity.INFO, "rawData", {"form": form})


def matching_form(raw_data: str, session_key: str, signature: str) -> tuple[str, ...]:
    """Return the parts of the form of `raw_data` that was signed, or () where none fits."""
    left = MOST_CHARACTERS - len(raw_data)
    for parts, text in rewritten(raw_data) if left > 0 else ():
        if _fits(text, session_key, signature):
            return parts
        left -= len(text)
        if left < 0:
            break
    return ()


def _fits(raw_data: str, session_key: str, signature: str) -> bool:
    made = sign(raw_data, session_key)
    return hmac.compare_digest(made.encode(), signature.encode("utf-8", "surrogatepass"))

"""The argument of `Page.onLoad`, as a console prints it: names, and values still encoded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from inspector.findings import Finding
from inspector.share_paths.arrival import unfold
from inspector.share_paths.encoding import decode_leniently, looks_encoded
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import double_encoded, lone_percent
from inspector.share_paths.share_path import Parameter, SharePath

OF_TICKETS: Final = {"encryptedData", "session_key", "errMsg", "iv", "watermark", "shareTicket"}


def read(pasted: Pasted) -> Parsed | None:
    """Take an object whose values are all texts or numbers, and which is no ticket."""
    members = pasted.mapping
    is_call = "(" in pasted.text.partition("{")[0]
    plain = all(isinstance(value, str | int) for value in members.values())
    if not members or is_call or not plain or OF_TICKETS & members.keys():
        return None
    return unfold(read_members(members, Options()))


def read_members(members: Mapping[str, object], options: Options) -> Parsed:
    """Decode each value once, as the page has to; names arrive decoded."""
    parameters: list[Parameter] = []
    findings: list[Finding] = []
    for name, value in members.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        decoded, malformed = decode_leniently(text)
        parameters.append(Parameter(name, decoded))
        if malformed:
            findings.append(lone_percent(name, malformed))
        elif looks_encoded(decoded) and name not in {"q", "scene"}:
            findings.append(double_encoded(name))
    return Parsed(SharePath("", parameters), None, options, tuple(findings))

"""The plaintext URL scheme: `weixin://dl/business/?appid=&path=&query=&env_version=`."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.encoding import decode_leniently, encode_component, encode_path
from inspector.share_paths.known_members import split_members
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import (
    read_encoded,
    read_page,
    read_query,
    with_slash_told,
    write_page,
    write_query,
)
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

ADDRESS: Final = re.compile(r"weixin://dl/business/?\?(?=.*\bappid=)([^\s#]*)", re.IGNORECASE)
MEMBERS: Final = ("appid", "path", "query", "env_version")


def write(share_path: SharePath, options: Options) -> Written:
    """Write the scheme; the query is encoded once more as a whole."""
    query = write_query(share_path.enabled)
    members = [
        ("appid", encode_component((options.app_id or "").strip())),
        ("path", encode_path(write_page(share_path, slash=False))),
        ("query", encode_component(query)),
        ("env_version", options.env),
    ]
    kept = "&".join(f"{name}={value}" for name, value in members if value or name != "query")
    return Written(f"weixin://dl/business/?{kept}", counted=query)


def read(pasted: Pasted) -> Parsed | None:
    """Take a scheme with an app id; its query may have been left unencoded."""
    address = ADDRESS.match(pasted.text)
    if address is None:
        return None
    members = split_members(address[1], MEMBERS, carrier="query")
    written_page = decode_leniently(members.get("path", ""))[0]
    page, findings = read_page(written_page)
    query, forgotten = read_encoded(members.get("query", ""))
    parameters, query_findings = read_query(query)
    options = Options(
        app_id=decode_leniently(members.get("appid", ""))[0] or None,
        env=members.get("env_version") or "release",
    )
    findings += [*forgotten, *query_findings]
    parsed = Parsed(SharePath(page, parameters), "plain_scheme", options, tuple(findings))
    return with_slash_told(parsed, written_page, demanded=False)

"""Whole links: the plaintext scheme, the trial link, the address of a rule, opaque tokens."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.escapes import escapes_removed, without_escapes
from inspector.share_paths.forms import dropped
from inspector.share_paths.link import VERSIONS, Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import (
    lone_percent,
    read_encoded,
    read_page,
    read_path,
    read_query,
    with_slash_told,
)
from inspector.share_paths.share_path import SharePath

PLAIN_SCHEME: Final = re.compile(
    r"weixin://dl/business/?\?(?=(?:[^\s#]*&)?appid=)([^\s#]*)", re.IGNORECASE
)
TRIAL_LINK: Final = re.compile(
    r"https?://open\.weixin\.qq\.com/sns/getexpappinfo/?\?([^\s#]*)", re.IGNORECASE
)
WEB_ADDRESS: Final = re.compile(r"https?://[^\s?]+(?:\?\S*)?", re.IGNORECASE)
SCHEME_MEMBERS: Final = ("appid", "path", "query", "env_version")
TRIAL_MEMBERS: Final = ("appid", "path")
PLATFORMS_OWN: Final = frozenset(
    {"key", "uin", "pass_ticket", "devicetype", "exportkey", "ascene", "wx_header", "fontgear"}
)
"""Members that WeChat hangs on an address; whatever follows one of them is its own, too."""
TOKENS: Final = {
    "scheme": re.compile(r"weixin://dl/business/?\?(?:\S*&)?t=[^&\s]", re.IGNORECASE),
    "url_link": re.compile(r"https?://(?:wxaurl\.cn|wxmpurl\.cn)/\S", re.IGNORECASE),
    "short_link": re.compile(r"#?小程序://.|mp://\S"),
    "qrcode": re.compile(r"https?://mp\.weixin\.qq\.com/a/~[^~\s]", re.IGNORECASE),
    "ci_preview": re.compile(r"https?://mp\.weixin\.qq\.com/a/~~\S", re.IGNORECASE),
}
"""Target -> the links with which the platform answers its request."""
SUFFIX: Final = re.compile(r"[?&]cq=([^&#\s]*)")


def read(pasted: Pasted) -> list[Parsed]:
    """Take a text that is one link and nothing else."""
    if not pasted.is_one_word and not pasted.text.startswith(("#小程序", "小程序://")):
        return []
    text, escaped = without_escapes(pasted.text) if "://" in pasted.text else (pasted.text, 0)
    for read_link in (_token, _plain_scheme, _trial_link, _rule):
        parsed = read_link(text)
        if parsed is not None:
            told = escapes_removed("path", escaped)
            return [
                Parsed(parsed.share_path, parsed.target, parsed.options, (*told, *parsed.findings))
            ]
    return []


def _token(text: str) -> Parsed | None:
    """Name the target that issues an opaque token, and take the suffix `cq` behind it."""
    target = next((name for name, form in TOKENS.items() if form.match(text)), None)
    if target is None or PLAIN_SCHEME.match(text):
        return None
    suffix = SUFFIX.search(text)
    query, forgotten = read_encoded(suffix[1]) if suffix else ("", [])
    parameters, findings = read_query(query)
    token = Finding("platform_token", Severity.WARNING, None, {"count": len(parameters)})
    return Parsed(SharePath("", parameters), target, findings=(token, *forgotten, *findings))


def _plain_scheme(text: str) -> Parsed | None:
    """Take a scheme with an app id; its query may have been left unencoded."""
    address = PLAIN_SCHEME.match(text)
    if address is None:
        return None
    members, _ = split_members(address[1], SCHEME_MEMBERS, carrier="query")
    page_text, malformed = decode_leniently(members.get("path", ""))
    query, forgotten = read_encoded(members.get("query", ""))
    parameters, query_findings = read_query(query)
    inner = read_path(page_text, "plain_scheme")
    findings = [lone_percent("page", malformed)] if malformed else []
    findings += [*inner.findings, *forgotten, *query_findings]
    env = members.get("env_version")
    parsed = Parsed(
        SharePath(inner.share_path.page, [*inner.share_path.parameters, *parameters]),
        "plain_scheme",
        Options(
            app_id=decode_leniently(members.get("appid", ""))[0] or None,
            env=env if env in VERSIONS else None,
        ),
        tuple(findings),
    )
    return with_slash_told(parsed, page_text, demanded=False)


def _trial_link(text: str) -> Parsed | None:
    """Take a trial-version link; its path may have been left unencoded."""
    address = TRIAL_LINK.match(text)
    if address is None:
        return None
    members, further = split_members(address[1], TRIAL_MEMBERS, carrier="path")
    path, findings = read_encoded(members.get("path", ""))
    page_text, _, query = path.partition("?")
    page, page_findings = read_page(page_text, html=True)
    parameters, query_findings = read_query(query)
    told = [dropped(", ".join(further), len(further))] if further else []
    return Parsed(
        SharePath(page, parameters),
        "trial_link",
        Options(app_id=decode_leniently(members.get("appid", ""))[0] or None, env="trial"),
        (*findings, *page_findings, *query_findings, *told),
    )


def _rule(text: str) -> Parsed | None:
    """Take any other web address; the rule in the console names its page."""
    if not WEB_ADDRESS.fullmatch(text):
        return None
    base, _, rest = text.partition("?")
    query, hash_sign, fragment = rest.partition("#")
    parameters, findings = read_query(query)
    options = Options(base_url=base + hash_sign + fragment)
    return Parsed(SharePath("", parameters), "ordinary_link", options, tuple(findings))


def split_members(
    query: str, known: Collection[str], carrier: str
) -> tuple[dict[str, str], list[str]]:
    """Return the members as they are written, undecoded, and the names of further ones.

    A member that is not known belongs to the value of `carrier` where somebody forgot to
    encode that: `path=/a?id=1&b=2` is one path. What the platform hangs on, and all behind
    it, belongs to nothing.
    """
    members: dict[str, list[str]] = {}
    further: list[str] = []
    last, ended = "", False
    for piece in query.split("&"):
        name, _, value = piece.partition("=")
        ended = ended or (name in PLATFORMS_OWN and name not in known)
        if name in known and name not in members:
            members[name] = [value]
            last = name
        elif piece and last == carrier and not ended and _is_open(members[carrier][0]):
            members[carrier].append(piece)
        elif piece:
            further.append(name)
    return {name: "&".join(pieces) for name, pieces in members.items()}, further


def _is_open(value: str) -> bool:
    """Tell whether a value stands unencoded, so that what follows may still belong to it."""
    return "=" in value or "?" in value

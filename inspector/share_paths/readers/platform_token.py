"""Links that the platform issued: an opaque token, which nobody else can take apart."""

from __future__ import annotations

import re
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_encoded, read_query
from inspector.share_paths.share_path import SharePath

TOKENS: Final = {
    "scheme": re.compile(r"weixin://dl/business/?\?(?:\S*&)?t=[^&\s]", re.IGNORECASE),
    "url_link": re.compile(r"https?://(?:wxaurl\.cn|wxmpurl\.cn)/\S", re.IGNORECASE),
    "short_link": re.compile(r"#小程序://.|mp://\S"),
    "qrcode": re.compile(r"https?://mp\.weixin\.qq\.com/a/~[^~\s]", re.IGNORECASE),
    "ci_preview": re.compile(r"https?://mp\.weixin\.qq\.com/a/~~\S", re.IGNORECASE),
}
SUFFIX: Final = re.compile(r"[?&]cq=([^&#\s]*)")


def read(pasted: Pasted) -> Parsed | None:
    """Name the target that issues such a token, and take the suffix `cq` behind it."""
    target = next((name for name, form in TOKENS.items() if form.match(pasted.text)), None)
    if target is None:
        return None
    suffix = SUFFIX.search(pasted.text)
    query, forgotten = read_encoded(suffix[1]) if suffix else ("", [])
    parameters, findings = read_query(query)
    token = Finding("platform_token", Severity.WARNING, None, {"count": len(parameters)})
    return Parsed(SharePath("", parameters), target, findings=(token, *forgotten, *findings))

"""The trial-version link: `https://open.weixin.qq.com/sns/getexpappinfo?appid=&path=`."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.encoding import decode_leniently, encode_component, encode_path
from inspector.share_paths.known_members import split_members
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_encoded, read_page, read_query, write_page, write_query
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

ADDRESS: Final = re.compile(
    r"https?://open\.weixin\.qq\.com/sns/getexpappinfo\?([^\s#]*)", re.IGNORECASE
)
SUFFIX: Final = ".html"


def write(share_path: SharePath, options: Options) -> Written:
    """Write the link; the page carries the suffix `.html`, and `?query` is encoded once more."""
    query = write_query(share_path.enabled)
    inner = write_page(share_path, slash=False) + SUFFIX + (f"?{query}" if query else "")
    path = encode_path(inner)
    app_id = encode_component((options.app_id or "").strip())
    text = (
        f"https://open.weixin.qq.com/sns/getexpappinfo?appid={app_id}&path={path}#wechat-redirect"
    )
    return Written(text, counted=text)


def read(pasted: Pasted) -> Parsed | None:
    """Take a trial-version link; its path may have been left unencoded."""
    address = ADDRESS.match(pasted.text)
    if address is None:
        return None
    members = split_members(address[1], ("appid", "path"), carrier="path")
    path, findings = read_encoded(members.get("path", ""))
    written_page, _, query = path.partition("?")
    page, page_findings = read_page(written_page)
    parameters, query_findings = read_query(query)
    return Parsed(
        SharePath(page.removesuffix(SUFFIX), parameters),
        "trial_link",
        Options(app_id=decode_leniently(members.get("appid", ""))[0] or None, env="trial"),
        (*findings, *page_findings, *query_findings),
    )

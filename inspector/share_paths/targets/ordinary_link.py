"""An ordinary web address under a rule of the console; the rule names the page."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_page_and_query, write_query
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

WEB_ADDRESS: Final = re.compile(r"https?://[^\s?]+(\?\S*)?", re.IGNORECASE)

DEVTOOLS: Final = re.compile(r"https?://(127\.0\.0\.1|localhost)[:/]\S*[?&]compile-condition=")


def write(share_path: SharePath, options: Options) -> Written:
    """Write the address with the parameters; the page is what the rule says."""
    query = write_query(share_path.enabled)
    base, hash_sign, fragment = (options.base_url or "").strip().partition("#")
    if query:
        joint = "" if base.endswith(("?", "&")) else "&" if "?" in base else "?"
        base += joint + query
    text = base + hash_sign + fragment
    return Written(text, counted=text)


def read(pasted: Pasted) -> Parsed | None:
    """Take any web address that is not the HTTP interface of DevTools."""
    if not WEB_ADDRESS.fullmatch(pasted.text) or DEVTOOLS.match(pasted.text):
        return None
    base, _, rest = pasted.text.partition("?")
    query, hash_sign, fragment = rest.partition("#")
    options = Options(base_url=base + hash_sign + fragment)
    return read_page_and_query("", query, "ordinary_link", options)

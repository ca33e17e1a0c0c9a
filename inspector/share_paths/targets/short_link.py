"""The request body of `genwxashortlink`: a Short Link for use inside WeChat."""

from __future__ import annotations

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, write_path
from inspector.share_paths.request_body import body_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written


def write(share_path: SharePath, options: Options) -> Written:
    """Write the body of a link that lives 30 days; the title is demanded."""
    path = write_path(share_path, slash=True)
    title = options.title or share_path.page
    body = {"page_url": path, "page_title": title, "is_permanent": False}
    return Written(body_text(body), counted=path)


def read(pasted: Pasted) -> Parsed | None:
    """Take a body with `page_url`."""
    path = pasted.string("page_url")
    if path is None:
        return None
    title = pasted.string("page_title")
    page = read_path(path).share_path.page
    return read_path(path, "short_link", Options(title=title if title != page else None))

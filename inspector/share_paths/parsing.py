"""Takes a share path back out of any text. Never raises."""

from __future__ import annotations

from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.target import targets


def parse(text: str) -> Parsed:
    """Return the share path that a text holds, which target's form it is, and what was odd."""
    pasted = Pasted(text)
    for target in targets():
        parsed = target.form.read(pasted)
        if parsed is not None:
            return parsed
    return read_path(pasted.text)

"""The command `cli preview` of DevTools, which shows a preview code."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.console_object import read_object
from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import write_page, write_query
from inspector.share_paths.request_body import line_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written
from inspector.share_paths.targets.compile_mode import read_item

ARGUMENT: Final = re.compile(r"--compile-condition(?:=|\s+)(.*)", re.DOTALL)
ADDRESS: Final = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost)[:/]\S*[?&]compile-condition=([^&\s]*)"
)


def write(share_path: SharePath, options: Options) -> Written:
    """Write the command for a POSIX shell; an apostrophe is written as a JSON escape."""
    condition = {
        "pathName": write_page(share_path, slash=False),
        "query": write_query(share_path.enabled),
    }
    argument = line_text(condition).replace("'", "\\u0027")
    project = shell_word(options.project)
    text = f"cli preview --project {project} --qr-format terminal --compile-condition '{argument}'"
    return Written(text, counted=condition["query"])


def shell_word(folder: str | None) -> str:
    """Return a folder quoted for a POSIX shell; None is the current one, in full."""
    if folder is None:
        return '"$PWD"'
    return "'" + folder.replace("'", "'\\''") + "'"


def read(pasted: Pasted) -> Parsed | None:
    """Take the command line, in either kind of quotes, or the address of the HTTP interface."""
    address = ADDRESS.match(pasted.text)
    if address:
        return read_item(read_object(decode_leniently(address[1])[0]), "cli_preview")
    argument = ARGUMENT.search(pasted.text)
    if argument is None:
        return None
    condition = argument[1]
    if condition.startswith('"'):
        condition = condition.replace('\\"', '"')
    return read_item(read_object(condition.lstrip("'\"")), "cli_preview")

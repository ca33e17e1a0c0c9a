"""The commands `cli preview` of DevTools, with its HTTP interface, and `miniprogram-ci preview`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.forms import read_node, scene_number
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, with_query
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.source.reader import read_source

ARGUMENT: Final = re.compile(r"--compile-condition(?:=|\s+)([\"'^]*\{.*)", re.DOTALL)
ADDRESS: Final = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost)[:/]\S*?[?&]compile-condition=([^&\s]*)"
)
CI_FLAG: Final = re.compile(
    r"""--(?:preview-)?(page-?path|search-?query|scene|appid)(?:=|\s+)
    ("[^"]*"|'[^']*'|(?:\\.|[^\s\\"'])+)""",
    re.VERBOSE | re.IGNORECASE,
)
POSIX_QUOTE: Final = re.compile(r"'([^']*)'")


def read(pasted: Pasted) -> list[Parsed]:
    """Take the command line, in any shell's quotes, or the address."""
    is_ci = "miniprogram-ci" in pasted.text and " preview" in pasted.text
    if is_ci and (preview := _ci_preview(pasted.text)):
        return [preview]
    address = ADDRESS.match(pasted.text)
    argument = ARGUMENT.search(pasted.text) if "--compile-condition" in pasted.text else None
    if address is None and argument is None:
        return []
    condition = decode_leniently(address[1])[0] if address else _unquoted(argument)
    for node in read_source(condition).nodes:
        parsed = read_node(node, loose=False)
        if parsed is not None and parsed.target == "compile_mode":
            return [replace(parsed, target="cli_preview")]
    return []


def _ci_preview(command: str) -> Parsed | None:
    """Take the page and the query of `miniprogram-ci preview`; None where neither is there."""
    flags = {
        name.replace("-", "").lower(): re.sub(r"\\(.)", r"\1", value.strip("\"'"))
        for name, value in CI_FLAG.findall(command)
    }
    if not flags.keys() & {"pagepath", "searchquery"}:
        return None
    options = Options(app_id=flags.get("appid"), scene=scene_number(flags.get("scene", "")))
    parsed = Parsed(SharePath(""), "ci_preview", options)
    if "pagepath" in flags:
        parsed = read_path(flags["pagepath"], "ci_preview", options)
    return with_query(parsed, flags.get("searchquery", ""))


def _unquoted(argument: re.Match[str] | None) -> str:
    """Return the condition without the quotes and escapes of its shell."""
    text = argument[1] if argument else ""
    quoted = POSIX_QUOTE.match(text)
    if quoted and '\\"' not in quoted[1]:
        return quoted[1]
    if text.startswith('"{""'):
        return text.strip('"').replace('""', '"')
    return text.strip("\"'").replace('\\"', '"').replace('^"', '"')

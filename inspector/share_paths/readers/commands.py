"""The command `cli preview` of DevTools, and the address of its HTTP interface."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.forms import read_node
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.source.reader import read_source

ARGUMENT: Final = re.compile(r"--compile-condition(?:=|\s+)([\"'^]*\{.*)", re.DOTALL)
ADDRESS: Final = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost)[:/]\S*?[?&]compile-condition=([^&\s]*)"
)
POSIX_QUOTE: Final = re.compile(r"'([^']*)'")


def read(pasted: Pasted) -> list[Parsed]:
    """Take the command line, in any shell's quotes, or the address."""
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


def _unquoted(argument: re.Match[str] | None) -> str:
    """Return the condition without the quotes and escapes of its shell."""
    text = argument[1] if argument else ""
    quoted = POSIX_QUOTE.match(text)
    if quoted and '\\"' not in quoted[1]:
        return quoted[1]
    if text.startswith('"{""'):
        return text.strip('"').replace('""', '"')
    return text.strip("\"'").replace('\\"', '"').replace('^"', '"')

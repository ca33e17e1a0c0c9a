"""Forms whose fields are seen by their names alone: a row tells each by its look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning.sightings import Frame, Scan
from inspector.tickets.capture.scanning.source import Source

_FORM = re.compile(
    r"""
    (?:[^\s=&?]{0,300}\?)?                    # `https://example.com/share?`
    [\w.%\[\]-]{1,80}=[^&\n]*                 # `iv=r7BXXKkL%3D%3D`
    (?:&[\w.%\[\]-]{1,80}=[^&\n]*)+           # `&data[iv]=r7BX&k=`
    """,
    re.VERBOSE,
)
_ENCODED_JSON = re.compile(
    r"""
    \s*(?:\w{1,40}=)?["']?         # `body=` `"`
    %(?:25)*(?:7[Bb]|5[Bb])        # `%7B` `%255b`
    """,
    re.VERBOSE,
)
_ADJACENT = re.compile(
    r"""
    (?:^|[\s,{])                                    # `,` `{`
    [A-Za-z_]\w{1,40}"[^"\n]{1,4000}"               # `iv"r7BXXKkLb8qrSNn05n0qiA=="`
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINE_HEAD = re.compile(
    r"""
    ^[\[(<]?(?:
        \d{4}[-/]\d{2}[-/]\d{2}                     # `2024-05-01`
      | \d{2}:\d{2}:\d{2}                           # `12:00:59`
      | [A-Z][a-z]{2}[ ][ \d]\d[ ]\d{2}:            # `May  1 12:`
      | (?:DEBUG|INFO|WARN|ERROR|TRACE)\b           # `INFO`
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_ASSIGNMENT = re.compile(
    r"""
      \b(?:const|let|var|val|String|string|final|def|byte\[\])\s+\w{1,60}\s{0,20}[=:]  # `let iv =`
    | \$\w{1,60}\s{0,20}=                                                              # `$iv =`
    | ^\s{0,40}[A-Za-z_][\w.]{0,60}\s{0,20}:?=\s{0,20}[bur]?["']                       # `iv := "`
    """,
    re.VERBOSE | re.MULTILINE,
)
_LITERAL = re.compile(
    r"""
    [{,\[(]\s{0,40}["']?[A-Za-z_$][\w$]{1,40}["']?  # `{ "iv"` `(session_key`
    \s{0,4}(?::|=>|=)\s{0,40}\S                     # `: "` ` => '` `=b`
    """,
    re.VERBOSE,
)

_GAP = re.compile(r"[\s,]*+")


def _form(source: Source) -> float:
    """Be sure when the text is one line of `name=value` joined by `&`, or encoded JSON."""
    if _ENCODED_JSON.match(source.head):
        return 0.88
    line = source.head.strip()
    if "\n" in line.replace("&\n", "&") or "&" not in line:
        return 0.0
    return 0.86 if _FORM.match(line) else 0.0


def _json(source: Source) -> float:
    """Be sure when the whole text is one JSON value."""
    return 0.9 if source.parsed is not None else 0.0


def _log(source: Source) -> float:
    """Be fairly sure when lines begin with times."""
    found = len(_LINE_HEAD.findall(source.head))
    return 0.65 if found > 1 else 0.4 if found else 0.0


def _object_preview(source: Source) -> float:
    """Be rather sure when several names touch their values, as a console's object view copies."""
    found = len(_ADJACENT.findall(source.head))
    return 0.7 if found > 1 else 0.3 if found else 0.0


def _script(source: Source) -> float:
    """Be fairly sure where a literal or an assignment begins."""
    if _ASSIGNMENT.search(source.head):
        return 0.6
    return 0.5 if _LITERAL.search(source.head) else 0.0


def _text(source: Source) -> float:
    """Say that any text may be read, if nothing else knows it better."""
    return 0.1 if source.text.strip() else 0.0


def _read(source: Source) -> Scan:
    """Return every known name with its value."""
    return source.plain_scan


def _elements(source: Source) -> Iterator[Frame]:
    """Yield the objects of an array that is all of the text, by their number."""
    if not isinstance(source.parsed, list):
        return
    decoder, position = json.JSONDecoder(), 1 + source.text.index("[")
    for number, element in enumerate(source.parsed, 1):
        gap = _GAP.match(source.text, position)
        start = gap.end() if gap else position
        _, position = decoder.raw_decode(source.text, start)
        if isinstance(element, dict):
            yield Frame(start, position, str(number))


READERS: Final = (
    CaptureReader("a form body", "form", _form, _read),
    CaptureReader("JSON", "json", _json, _read, _elements),
    CaptureReader("a log", "log", _log, _read),
    CaptureReader("a console preview", "object_preview", _object_preview, _read),
    CaptureReader("program text", "script", _script, _read),
    CaptureReader("names and values", "text", _text, _read),
)

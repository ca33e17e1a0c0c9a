"""What a page receives, and how to take apart what arrived in `q` or in `scene`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import decode_leniently, encode_component
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.query import read_query
from inspector.share_paths.scene_text import read_scene, write_scene
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import find_target

WEB_ADDRESS: Final = re.compile(r"https?://[^\s?]+(\?\S*)?", re.IGNORECASE)
IDENTIFIER: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
RESERVED_WORDS: Final = """
    arguments await break case catch class const continue debugger default delete do else enum eval
    export extends false finally for function if implements import in instanceof interface let new
    null options package private protected public return static super switch this throw true try
    typeof undefined var void while with yield
"""
"""What no variable of the decoding code can be called; `options` is taken."""
SCAN_TIME: Final = "scancode_time"
SCAN_TIME_SAMPLE: Final = "1735689600"
"""Stands for the unix seconds of the scan."""


@dataclass(frozen=True, slots=True)
class Received:
    """The argument of `onLoad`, and what the page must do with it."""

    options: tuple[tuple[str, str], ...]
    """Names and values as they arrive; values are still encoded."""
    code: str
    """JavaScript that gives the plain values, for the body of `onLoad(options)`."""


def received(
    share_path: SharePath, target_name: str = "share_message", options: Options | None = None
) -> Received:
    """Return what the page's `onLoad` receives.

    WeChat decodes names but not values, so each value has to be decoded once.
    """
    target = find_target(target_name)
    parameters = share_path.enabled
    if target.raw:
        scene = write_scene(parameters)
        return Received((("scene", encode_component(scene)),) if scene else (), SCENE_CODE)
    if target.page == "elsewhere" and "base_url" in target.needs:
        text = target.form.write(share_path, options or Options()).text
        link = (("q", encode_component(text)), (SCAN_TIME, SCAN_TIME_SAMPLE))
        return Received(link, LINK_CODE)
    arrived = tuple((p.name, encode_component(p.value)) for p in parameters)
    names = dict.fromkeys(parameter.name for parameter in parameters)
    return Received(arrived, "\n".join(decoding_lines(names)))


SCENE_CODE: Final = """\
const scene = decodeURIComponent(options.scene || '');
const parameters = Object.fromEntries(scene.split('&').map((pair) => pair.split('=')));"""
LINK_CODE: Final = """\
const link = decodeURIComponent(options.q || '');
const query = (link.split('?')[1] || '').split('#')[0];
const parameters = Object.fromEntries(
  query.split('&').map((pair) => pair.split('=').map(decodeURIComponent)));"""


def decoding_lines(names: Iterable[str]) -> Iterator[str]:
    """Yield lines that decode each parameter into a variable named after it, no name twice."""
    taken: set[str] = set()
    for name in names:
        variable, number = variable_name(name), 1
        while variable in taken:
            number += 1
            variable = f"{variable_name(name)}{number}"
        taken.add(variable)
        member = f".{name}" if IDENTIFIER.fullmatch(name) else f"[{json.dumps(name)}]"
        yield f"const {variable} = decodeURIComponent(options{member} || '');"


def variable_name(name: str) -> str:
    """Return a JavaScript variable for a parameter: `a-b` becomes `aB`, `class` `_class`."""
    words = [word for word in re.split("[^A-Za-z0-9_$]+", name) if word]
    joined = "".join([*words[:1], *(word[0].upper() + word[1:] for word in words[1:])])
    if not joined:
        return "value"
    return f"_{joined}" if joined[0].isdigit() or joined in RESERVED_WORDS.split() else joined


def unfold(parsed: Parsed) -> Parsed:
    """Take apart the `q` or the `scene` that a page received, where one of them did."""
    return unfold_link(parsed) or unfold_scene(parsed) or parsed


def unfold_link(parsed: Parsed) -> Parsed | None:
    """Take apart the `q` in which a scanned ordinary link arrives; None when there is none.

    `q` alone may be a page's own parameter, so it is taken only where nothing else but the
    time of the scan stands beside it.
    """
    parameters = {p.name: p.value for p in parsed.share_path.parameters}
    address = decode_leniently(parameters.get("q", ""))[0]
    if not parameters.keys() <= {"q", SCAN_TIME} or not WEB_ADDRESS.fullmatch(address):
        return None
    base, _, rest = address.partition("?")
    query, hash_sign, fragment = rest.partition("#")
    inner, findings = read_query(query)
    return Parsed(
        SharePath(parsed.share_path.page, inner),
        "ordinary_link",
        replace(parsed.options, base_url=base + hash_sign + fragment),
        (Finding("taken_from", Severity.INFO, "q", {"name": "q"}), *findings),
    )


def unfold_scene(parsed: Parsed) -> Parsed | None:
    """Take apart the `scene` in which an unlimited code arrives; None when there is none."""
    parameters = parsed.share_path.parameters
    if len(parameters) != 1 or parameters[0].name != "scene":
        return None
    return Parsed(
        SharePath(parsed.share_path.page, read_scene(parameters[0].value)),
        "code_unlimited",
        parsed.options,
        (Finding("taken_from", Severity.INFO, "scene", {"name": "scene"}), *parsed.findings),
    )

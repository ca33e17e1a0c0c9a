"""What a page receives, and how to take apart what arrived in `q` or in `scene`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import decode_leniently, encode_component
from inspector.share_paths.link import NO_SCENE, Options, Parsed
from inspector.share_paths.scene_text import read_scene, write_scene
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import find_target
from inspector.share_paths.templates import write

WEB_ADDRESS: Final = re.compile(r"https?://[^\s?]+(\?\S*)?", re.IGNORECASE)
IDENTIFIER: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
RESERVED_WORDS: Final = """
    arguments await break case catch class const continue debugger default delete do else enum eval
    export extends false finally for function if implements import in instanceof interface let new
    null options package private protected public return static super switch this throw true try
    typeof undefined var void while with yield decodeURIComponent
"""
"""What no variable of the decoding code can be called; `options` and the function are taken."""
SCAN_TIME: Final = "scancode_time"
SCAN_TIME_SAMPLE: Final = "1735689600"
"""Stands for the unix seconds of the scan."""


@dataclass(frozen=True, slots=True)
class Received:
    """The argument of `onLoad`, and what the page must do with it."""

    page: str
    """The page that opens; empty where the form does not say."""
    options: tuple[tuple[str, str], ...]
    """Names and values as they arrive; values are still encoded."""
    scene: int | None
    """Scene value of `App.onShow`; None where it is not known or the route has none."""
    code: str
    """JavaScript that gives the plain values, for the body of `onLoad(options)`."""

    def to_dict(self) -> dict[str, object]:
        """Return it as `path`, `query` and `scene`, as launch options have them."""
        return {"path": self.page, "query": dict(self.options), "scene": self.scene}


def received(
    share_path: SharePath, target_name: str = "share_message", options: Options | None = None
) -> Received:
    """Return what the page's `onLoad` receives.

    WeChat decodes names but not values, so each value has to be decoded once.
    """
    options = options or Options()
    path, options = arriving(share_path, options)
    target = find_target(target_name)
    parameters = path.enabled
    simulated = "scene" in target.uses or options.like is not None
    scene = options.scene_number if simulated else target.scene
    if target.arrives_as == "scene":
        whole = write_scene(parameters)
        carried = (("scene", encode_component(whole)),) if whole else ()
        return Received(path.page, carried, scene, SCENE_CODE)
    if target.arrives_as == "q":
        text = write(target, path, options).text
        link = (("q", encode_component(text)), (SCAN_TIME, SCAN_TIME_SAMPLE))
        return Received(path.page, link, scene, LINK_CODE)
    arrived = tuple((p.name, encode_component(p.value)) for p in parameters)
    names = dict.fromkeys(parameter.name for parameter in parameters)
    code = LIKE_CODE.get(find_target(options.like).arrives_as) if options.like else None
    return Received(path.page, arrived, scene, code or "\n".join(decoding_lines(names)))


def arriving(share_path: SharePath, options: Options) -> tuple[SharePath, Options]:
    """Return the path and options that arrive as another target's do (`options.like`).

    A code hands over its whole scene as one parameter, an ordinary link its whole address;
    the scene value becomes that of the other target, unless one was chosen.
    """
    if options.like is None:
        return share_path, options
    like = find_target(options.like)
    own = NO_SCENE if like.scene is None else like.scene
    scene = own if options.scene is None else options.scene
    path = share_path
    if like.arrives_as == "scene":
        path = SharePath(path.page, [("scene", write_scene(path.enabled))])
    elif like.arrives_as == "q":
        path = SharePath(path.page, [("q", write(like, path, options).text)])
    return path, replace(options, scene=scene)


SCENE_CODE: Final = """\
const scene = decodeURIComponent(options.scene || '');
// At the first "=" only: a value may hold more; a part without one is a value of its own
const parameters = Object.create(null);
scene.split('&').filter(Boolean).forEach((pair) => {
  const at = pair.indexOf('=');
  const bare = 'scene' in parameters ? pair : 'scene';
  parameters[at < 0 ? bare : pair.slice(0, at)] = pair.slice(at + 1);
});"""
LINK_CODE: Final = """\
const link = decodeURIComponent(options.q || '');
const query = link.split('#')[0].replace(/^[^?]*\\??/, '');
const parameters = Object.create(null);
query.split('&').filter(Boolean).forEach((pair) => {
  const at = pair.indexOf('=');
  const name = decodeURIComponent(at < 0 ? pair : pair.slice(0, at));
  parameters[name] = at < 0 ? '' : decodeURIComponent(pair.slice(at + 1));
});"""
LIKE_CODE: Final = {"scene": SCENE_CODE, "q": LINK_CODE}


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
    from inspector.share_paths.query import read_query

    parameters = {p.name: p.value for p in parsed.share_path.parameters}
    address = parameters.get("q", "")
    if not WEB_ADDRESS.fullmatch(address):
        address = decode_leniently(address)[0]
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

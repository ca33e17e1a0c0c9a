"""A compile mode of DevTools: an item of `condition.miniprogram.list`."""

from __future__ import annotations

import re
from typing import Any, Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_page_and_query, write_page, write_query
from inspector.share_paths.request_body import body_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

SCENE: Final = re.compile("[0-9]{1,6}")


def compile_mode(share_path: SharePath, options: Options) -> dict[str, Any]:
    """Return the item; the simulated group is left for DevTools, which alone can issue it."""
    page = write_page(share_path, slash=False)
    return {
        "name": page,
        "pathName": page,
        "query": write_query(share_path.enabled),
        "launchMode": "default",
        "scene": options.scene,
    }


def write(share_path: SharePath, options: Options) -> Written:
    """Write the item as DevTools keeps it."""
    item = compile_mode(share_path, options)
    return Written(body_text(item), counted=item["query"])


def read(pasted: Pasted) -> Parsed | None:
    """Take an item; inside a command line it is the preview's."""
    if "compile-condition" in pasted.text.partition("{")[0]:
        return None
    return read_item(pasted.mapping, "compile_mode")


def read_item(item: object, target: str) -> Parsed | None:
    """Take an object with `pathName`, or None; its scene may be a number or digits."""
    if not isinstance(item, dict) or not isinstance(item.get("pathName"), str):
        return None
    query, scene = item.get("query"), SCENE.fullmatch(str(item.get("scene")))
    options = Options(scene=int(scene[0])) if scene else Options()
    query_text = query if isinstance(query, str) else ""
    return read_page_and_query(item["pathName"], query_text, target, options)

"""The request body of `getwxacodeunlimit`: 32 characters of `scene` beside the page.

The scene allows no percent sign, so names and values stand in it as they are.
"""

from __future__ import annotations

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_page, with_slash_told, write_page
from inspector.share_paths.request_body import body_text
from inspector.share_paths.scene_text import read_scene, write_scene
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written


def write(share_path: SharePath, options: Options) -> Written:
    """Write the body; only a released page can be checked, and no page means the home page."""
    scene = write_scene(share_path.enabled)
    page = write_page(share_path, slash=False)
    body = {
        "scene": scene,
        "page": page,
        "check_path": options.env == "release",
        "env_version": options.env,
    }
    if not page:
        del body["page"]
    return Written(body_text(body), counted=scene)


def read(pasted: Pasted) -> Parsed | None:
    """Take a body whose scene is a text; a number is the scene value of a launch."""
    scene = pasted.string("scene")
    own = {"page", "check_path", "env_version"} & pasted.mapping.keys()
    if scene is None or not own:
        return None
    written_page = pasted.string("page") or ""
    page, findings = read_page(written_page)
    parsed = Parsed(
        SharePath(page, read_scene(scene)),
        "code_unlimited",
        Options(env=pasted.string("env_version") or "release"),
        tuple(findings),
    )
    return with_slash_told(parsed, written_page, demanded=False)

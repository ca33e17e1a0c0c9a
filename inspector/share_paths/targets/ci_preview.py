"""A script for miniprogram-ci, which shows a preview code."""

from __future__ import annotations

import json
import re
from typing import Final

from inspector.share_paths.console_object import read_literal
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_page_and_query, write_page, write_query
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

LITERAL: Final = r"""["']?\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
PAGE: Final = re.compile("pagePath" + LITERAL)
QUERY: Final = re.compile("searchQuery" + LITERAL)
SCENE: Final = re.compile(r"""scene["']?\s*:\s*(\d{1,6})""")
SCRIPT: Final = """\
const ci = require('miniprogram-ci');

const projectPath = {project};
const project = new ci.Project({{
  appid: {app_id},
  type: 'miniProgram',
  projectPath,
  privateKeyPath: `${{projectPath}}/private.key`, // the upload key from the console
  ignores: ['node_modules/**/*'],
}});

ci.preview({{
  project,
  desc: 'preview',
  setting: {{ es6: true }},
  qrcodeFormat: 'terminal',
  pagePath: {page},
  searchQuery: {query},
  scene: {scene},
}}).catch((error) => {{
  console.error(error);
  process.exitCode = 1;
}});
"""


def write(share_path: SharePath, options: Options) -> Written:
    """Write the script; without an app id it takes the one of the project's configuration."""
    query = write_query(share_path.enabled)
    app_id = (options.app_id or "").strip()
    text = SCRIPT.format(
        project=json.dumps(options.project) if options.project else "process.cwd()",
        app_id=json.dumps(app_id) if app_id else APP_ID_OF_PROJECT,
        page=json.dumps(write_page(share_path, slash=False)),
        query=json.dumps(query),
        scene=options.scene,
    )
    return Written(text, counted=query)


APP_ID_OF_PROJECT: Final = "require(`${projectPath}/project.config.json`).appid"


def read(pasted: Pasted) -> Parsed | None:
    """Take a script or the argument of `ci.preview`: its page and its query."""
    page = PAGE.search(pasted.text)
    if page is None:
        return None
    query, scene = QUERY.search(pasted.text), SCENE.search(pasted.text)
    options = Options(scene=int(scene[1])) if scene else Options()
    query_text = read_literal(query[1]) if query else ""
    return read_page_and_query(read_literal(page[1]), query_text, "ci_preview", options)

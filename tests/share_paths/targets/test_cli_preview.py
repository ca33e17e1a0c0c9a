"""The command `cli preview`."""

from __future__ import annotations

import json
import shlex

import pytest
from hypothesis import given

from inspector.share_paths import Options, SharePath, encode_component, parse, render
from inspector.share_paths.query import write_query
from tests.share_paths.strategies import share_paths

PATH = SharePath("pages/a", [("id", "1"), ("n", "it's")])


@given(share_paths)
def test_a_shell_hands_over_what_was_meant(share_path: SharePath) -> None:
    folder = "/home/a b/it's"
    words = shlex.split(render(share_path, "cli_preview", Options(project=folder)).text)
    assert words[:4] == ["cli", "preview", "--project", folder]
    condition = json.loads(words[words.index("--compile-condition") + 1])
    assert condition["query"] == write_query(share_path.enabled)


CONDITION = '{"pathName":"pages/a","query":"id=1&n=it%27s"}'
ESCAPED = CONDITION.replace('"', '\\"')
IN_ADDRESS = encode_component(CONDITION)


@pytest.mark.parametrize(
    "text",
    [
        f"cli preview --project /p --compile-condition '{CONDITION}'",
        f'cli.bat preview --compile-condition "{ESCAPED}" --qr-format image',
        f"cli auto-preview --compile-condition='{CONDITION}' --port 1",
        f"http://127.0.0.1:9420/v2/preview?project=%2Fp&compile-condition={IN_ADDRESS}",
    ],
)
def test_it_is_taken_back(text: str) -> None:
    parsed = parse(text)
    assert (parsed.share_path, parsed.target) == (PATH, "cli_preview")

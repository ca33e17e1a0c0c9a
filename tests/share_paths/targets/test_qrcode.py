"""The body of `createwxaqrcode`."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import SharePath, parse, render


@pytest.mark.parametrize(("length", "cause"), [(128, None), (129, "too_long")])
def test_the_limit_counts_the_path_in_characters_and_bytes_alike(
    length: int, cause: str | None
) -> None:
    link = render(SharePath("a", [("b", "群" + "c" * (length - len("a?b=") - 9))]), "qrcode")
    path = json.loads(link.text)["path"]
    assert len(path) == len(path.encode()) == length
    assert link.cause == cause


def test_it_is_taken_back() -> None:
    parsed = parse('{"path": "/pages/a?id=1", "width": 280}')
    assert (parsed.share_path, parsed.target) == (SharePath("pages/a", [("id", "1")]), "qrcode")

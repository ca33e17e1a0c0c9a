"""What `Page.onLoad` received."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse


@pytest.mark.parametrize(
    "text",
    [
        '{id: "123", from: "%E7%BE%A4%E8%81%8A"}',
        '{"id":"123","from":"%E7%BE%A4%E8%81%8A"}',
        'onLoad {id: "123", from: "%E7%BE%A4%E8%81%8A", __proto__: Object}',
        "options: {id: 123, from: '%E7%BE%A4%E8%81%8A',}",
        '▸ {id: "123", from: "群聊"}',
        'id: "123"\nfrom: "群聊"\n',
    ],
)
def test_names_and_values_are_taken_and_values_decoded_once(text: str) -> None:
    parsed = parse(text)
    assert parsed.share_path == SharePath("", [("id", "123"), ("from", "群聊")])
    assert (parsed.target, parsed.findings) == (None, ())


def test_a_bare_scene_stays_one_parameter() -> None:
    parsed = parse('{scene: "abc123"}')
    assert parsed.share_path == SharePath("", [("scene", "abc123")])
    assert parsed.target == "code_unlimited"


def test_a_ticket_is_no_path() -> None:
    assert [f.code for f in parse('{"iv": "a", "encryptedData": "b"}').findings] == ["no_path"]


def test_what_is_odd_is_told() -> None:
    parsed = parse('{a: "100%", b: "%2525", q: "x%2541"}')
    assert [(f.code, f.field) for f in parsed.findings] == [
        ("lone_percent", "a"),
        ("double_encoded", "b"),
    ]
    assert parsed.share_path == SharePath("", [("a", "100%"), ("b", "%25"), ("q", "x%41")])

"""The query of an address with known members."""

from __future__ import annotations

from inspector.share_paths.known_members import split_members


def test_what_is_not_known_belongs_to_the_carrier_before_it() -> None:
    query = "appid=x&query=a=1&b=2&&env=trial&c=3"
    assert split_members(query, ("appid", "query", "env"), carrier="query") == {
        "appid": "x",
        "query": "a=1&b=2",
        "env": "trial",
    }


def test_a_repeated_member_behind_the_carrier_is_part_of_it() -> None:
    assert split_members("path=/a?path=1&path=2", ("path",), carrier="path") == {
        "path": "/a?path=1&path=2"
    }
    assert split_members("", ("path",), carrier="path") == {}

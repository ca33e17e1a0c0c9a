"""Named paths are kept whole, and nothing else is taken for a library."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.share_paths import Options, SharePath
from inspector.share_paths.named_path import LibraryError, NamedPath
from inspector.share_paths.path_library import (
    PathLibrary,
    load_library,
    save_library,
    update_library,
)
from tests.catalogue import PROJECT
from tests.share_paths.strategies import joined_texts, share_paths

A, B = SharePath("pages/a", [("id", "1")]), SharePath("pages/b")
ANOTHER = NamedPath("another", B)


texts = st.none() | joined_texts
entries = st.builds(
    NamedPath,
    joined_texts,
    share_paths,
    texts,
    st.builds(
        Options,
        app_id=texts,
        env=texts,
        base_url=texts,
        scene=st.none() | st.integers(0, 9999),
        title=texts,
    ),
)
"""Entries with all that a form of a path takes along."""


@given(st.lists(entries, max_size=4))
def test_a_library_comes_back_whole(entries: list[NamedPath]) -> None:
    library = PathLibrary().with_all(entries)
    assert PathLibrary.from_json(library.to_json()) == library


def test_an_entry_of_an_older_version_has_a_path_only() -> None:
    text = """{"format": "share-path-library", "version": 1, "paths": [
        {"name": "x", "page": "pages/a", "parameters": [{"name": "id", "value": "1"}]}]}"""
    assert PathLibrary.from_json(text).entries == (NamedPath("x", A, None, Options()),)


@pytest.mark.parametrize("member", ['"target": 1', '"app_id": []', '"scene": "1"', '"scene": true'])
def test_an_entry_with_a_strange_form_is_refused(member: str) -> None:
    entry = f'{{"name": "x", "page": "a", {member}}}'
    text = f'{{"format": "share-path-library", "version": 1, "paths": [{entry}]}}'
    with pytest.raises(LibraryError):
        PathLibrary.from_json(text)


@given(st.lists(entries, max_size=5), st.lists(entries, max_size=5), entries)
@example([NamedPath("n", A)], [NamedPath("n", A)], NamedPath("n", B))
@example([NamedPath("a", A), NamedPath("b", B)], [NamedPath("b", B), NamedPath("a", A)], ANOTHER)
def test_a_change_is_undone_whatever_else_has_changed(
    first: list[NamedPath], second: list[NamedPath], another: NamedPath
) -> None:
    before, after = PathLibrary().with_all(first), PathLibrary().with_all(second)
    assert after.with_changes_undone(before, after) == before
    meanwhile = after.with_all([another])
    undone = meanwhile.with_changes_undone(before, after).entries
    replaced = [e for e in after.entries if e not in meanwhile.entries]
    wanted = {e.share_path for e in before.entries if e not in replaced}
    assert wanted <= {e.share_path for e in undone}
    if another not in after.entries:
        assert any(e.share_path == another.share_path for e in undone)


def test_a_file_keeps_it_between_starts(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "paths.json"
    assert load_library(file) == PathLibrary()
    library = PathLibrary().with_path(NamedPath("邀请", A)).with_path(NamedPath("b", B))
    save_library(library, file)
    assert load_library(file) == library
    assert [each.name for each in file.parent.iterdir()] == ["paths.json"]


def test_a_name_stands_once() -> None:
    library = (
        PathLibrary()
        .with_path(NamedPath("x", A))
        .with_path(NamedPath("y", A))
        .with_path(NamedPath("x", B))
    )
    assert [entry.name for entry in library.entries] == ["x", "y"]
    assert library.find("x") == NamedPath("x", B)
    assert library.find("z") is None
    assert library.without("x").entries == (NamedPath("y", A),)


def test_an_import_overwrites_nothing() -> None:
    library = PathLibrary().with_path(NamedPath("x", A))
    merged = library.with_all([NamedPath("x", A), NamedPath("x", B), NamedPath("n", B)])
    assert [entry.name for entry in merged.entries] == ["x", "x (2)", "n"]
    assert merged.find("x") == NamedPath("x", A)


def test_renaming_never_makes_two_of_one_name() -> None:
    library = PathLibrary().with_path(NamedPath("x", A)).with_path(NamedPath("y", B))
    assert [entry.name for entry in library.renamed("x", "y").entries] == ["y (2)", "y"]
    assert library.renamed("x", "x") == library
    assert library.renamed("x", "z").find("z") == NamedPath("z", A)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "[" * 99999,
        '{"format": "share-path-library"}',
        '{"format": "share-path-library", "version": 2, "paths": []}',
        '{"format": "share-path-library", "version": 1, "paths": {}}',
        '{"format": "share-path-library", "version": 1, "paths": [1]}',
        '{"format": "share-path-library", "version": 1, "paths": [{"name": "a"}]}',
        '{"format": "share-path-library", "version": 1, "paths": [{"name": 1, "page": "a"}]}',
    ],
)
def test_anything_else_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "paths.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError):
        load_library(file)
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "parameter", [1, {}, {"name": 1}, {"name": "a", "value": None}, {"name": "a", "enabled": "no"}]
)
def test_an_entry_is_read_strictly(parameter: object) -> None:
    path = {"name": "a", "page": "b", "parameters": [parameter]}
    text = json.dumps({"format": "share-path-library", "version": 1, "paths": [path]})
    with pytest.raises(LibraryError):
        PathLibrary.from_json(text)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "paths.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(LibraryError):
        load_library(tmp_path / "paths.json")


def test_programs_that_keep_paths_at_once_never_erase_each_others(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "paths.json"
    changes = [partial(PathLibrary.with_path, entry=NamedPath(str(n), A)) for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(partial(update_library, file), changes))
    assert {entry.name for entry in load_library(file).entries} == set(map(str, range(40)))


@pytest.mark.parametrize("damaged", [b"{ half", b"\xff\xfe", b"", b'{"format": "other"}'])
def test_a_damaged_library_is_kept_aside_and_a_new_one_begun(
    damaged: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "paths.json"
    file.write_bytes(damaged)
    update = update_library(file, lambda library: library.with_path(NamedPath("a", A)))
    assert update.set_aside is not None
    assert update.set_aside.read_bytes() == damaged
    assert load_library(file) == update.library == PathLibrary().with_path(NamedPath("a", A))
    assert update_library(file, lambda library: library.without("a")).set_aside is None


def test_a_library_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "paths.json"
    file.write_text('{"format": "share-path-library", "version": 99, "paths": []}')
    with pytest.raises(LibraryError):
        update_library(file, lambda library: library.with_path(NamedPath("a", A)))
    assert "99" in file.read_text()


ADDING: Final = """
import sys
from pathlib import Path
from typing import Final
from inspector.share_paths import SharePath
from inspector.share_paths.named_path import NamedPath
from inspector.share_paths.path_library import update_library

file, program = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    entry = NamedPath(f"{program} {number}", SharePath("pages/a"))
    update_library(file, lambda library: library.with_path(entry))
"""


def test_processes_that_keep_paths_at_once_lose_none_and_show_no_half(tmp_path: Path) -> None:
    file = tmp_path / "paths.json"
    programs = [
        subprocess.Popen(
            [sys.executable, "-B", "-c", ADDING, str(file), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=PROJECT,
        )
        for number in range(3)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == b"ready"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"go\n")
        program.stdin.flush()
    seen = set[str]()
    while any(program.poll() is None for program in programs):
        names = {entry.name for entry in load_library(file).entries}  # raises for half a file
        assert seen <= names
        seen = names
    assert [program.communicate()[1] for program in programs] == [b""] * 3
    assert {entry.name for entry in load_library(file).entries} == {
        f"{program} {number}" for program in range(3) for number in range(20)
    }
    assert sorted(each.name for each in tmp_path.iterdir()) == [".paths.json.lock", "paths.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are those of POSIX")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "paths.json"
    os.mkfifo(file)
    for act in (
        load_library,
        partial(update_library, change=partial(PathLibrary.without, name="a")),
    ):
        with pytest.raises(OSError) as raised:  # noqa: PT011 - the number is looked at
            act(file)
        assert raised.value.errno == errno.ENXIO


def _entry(name: str, page: str = "") -> NamedPath:
    return NamedPath(name, SharePath(f"pages/{page or name}/index"))


def _names(library: PathLibrary) -> list[str]:
    return [each.name for each in library.entries]


def test_newcomers_of_one_name_get_numbers_of_their_own() -> None:
    library = PathLibrary((_entry("x"),)).with_all([_entry("x", "y"), _entry("x", "z")])
    assert _names(library) == ["x", "x (2)", "x (3)"]


def test_a_numbered_name_keeps_its_number_while_the_plain_one_is_taken() -> None:
    library = PathLibrary((_entry("x"), _entry("x (2)", "y"))).renamed("x (2)", "x")
    assert _names(library) == ["x", "x (2)"]


def test_a_removed_path_comes_back_to_its_place_beside_what_was_added_since() -> None:
    a, b, c, d = map(_entry, "abcd")
    library = PathLibrary((a, c, d)).with_changes_undone(
        PathLibrary((a, b, c)), PathLibrary((a, c))
    )
    assert _names(library) == ["a", "b", "c", "d"]

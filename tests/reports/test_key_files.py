"""Keys come out of every layout of a dump, each with whose it is."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest
from xlsxwriter import Workbook

from inspector.reports import KnownKey, read_keys
from inspector.tickets.decryption import base64_text

Layout = Callable[[list[str]], str]


def drawn(count: int, seed: object = 1) -> list[str]:
    """Return keys, some of them with the signs that break bad readers."""
    random = Random(f"{seed}")
    keys = [base64_text.encode(random.randbytes(16)) for _ in range(count)]
    return ["++//AAAA////++++AAAAAA==", *keys[1:]]


def owner(number: int) -> str:
    return f"o{number:04}Xy_z"


def php_json(value: Mapping[str, str]) -> str:
    return json.dumps(value).replace("/", "\\/").replace("+", "\\u002b")


def table(keys: list[str], header: str | None, delimiter: str = ",") -> str:
    rows = [delimiter.join((owner(n), key, "广州")) for n, key in enumerate(keys)]
    return "\n".join([header.replace(",", delimiter), *rows] if header else rows)


LAYOUTS: dict[str, tuple[str, Layout]] = {
    "list": ("k.txt", "\n".join),
    "list without padding": ("k.txt", lambda keys: "\n".join(key.rstrip("=") for key in keys)),
    "list of CRLF": ("k", lambda keys: "\r\n".join(keys) + "\r\n"),
    "quoted list": ("k.txt", lambda keys: "\n".join(f'"{key}",' for key in keys)),
    "csv": ("k.csv", lambda keys: table(keys, "openid,session_key,city")),
    "csv of txt": ("k.txt", lambda keys: table(keys, "openid,session_key,city")),
    "csv in Chinese": ("k.csv", lambda keys: table(keys, "用户,会话密钥,城市")),
    "csv under a title": ("k.csv", lambda keys: "密钥导出,,\n" + table(keys, "user,key,city")),
    "csv without names": ("k.csv", lambda keys: table(keys, "a,b,c")),
    "csv without header": ("k.csv", lambda keys: table(keys, None)),
    "tsv": ("k.tsv", lambda keys: table(keys, "openid,session_key,city", "\t")),
    "json list": ("k.json", json.dumps),
    "json list, indented": ("k.json", lambda keys: json.dumps(keys, indent=2)),
    "json objects": (
        "k.json",
        lambda keys: json.dumps([{"u": owner(n), "sessionKey": k} for n, k in enumerate(keys)]),
    ),
    "json of names": ("k.json", lambda keys: json.dumps({owner(n): k for n, k in enumerate(keys)})),
    "json nested": (
        "k.json",
        lambda keys: json.dumps(
            {"data": [{"id": owner(n), "s": {"session_key": k}} for n, k in enumerate(keys)]}
        ),
    ),
    "json lines": (
        "k.jsonl",
        lambda keys: "\n".join(
            json.dumps({"openid": owner(n), "session_key": k}) for n, k in enumerate(keys)
        ),
    ),
    "redis": (
        "dump",
        lambda keys: "\n".join(f"sess:{owner(n)} -> {k} (ttl 30)" for n, k in enumerate(keys)),
    ),
    "redis-cli": (
        "dump.txt",
        lambda keys: "\n".join(f'1) "{owner(n)}"\n2) "{k}"' for n, k in enumerate(keys)),
    ),
    "redis of json": (
        "dump.txt",
        lambda keys: "\n".join(
            f'sess:{owner(n)} {{"session_key":"{k}"}}' for n, k in enumerate(keys)
        ),
    ),
    "sql": (
        "k.sql",
        lambda keys: "\n".join(
            f"INSERT INTO `t` (`openid`, `session_key`) VALUES ('{owner(n)}', '{k}');"
            for n, k in enumerate(keys)
        ),
    ),
    "sql of many rows": (
        "k.sql",
        lambda keys: (
            "INSERT INTO t (openid, sk) VALUES\n"
            + ",\n".join(f"('{owner(n)}','{k}')" for n, k in enumerate(keys))
        ),
    ),
    "log": (
        "app.log",
        lambda keys: "\n".join(
            f"2024-01-02 10:00:{n:02} INFO user={owner(n)} session_key={k} ok"
            for n, k in enumerate(keys)
        ),
    ),
    "query": (
        "access.log",
        lambda keys: "\n".join(
            f"GET /x?u={owner(n)}&k={k.replace('=', '%3D')} 200" for n, k in enumerate(keys)
        ),
    ),
    "query, encoded": (
        "access.log",
        lambda keys: "\n".join(f"u={owner(n)}&k={quote(k, safe='')}" for n, k in enumerate(keys)),
    ),
    "query of encoded json": (
        "access.log",
        lambda keys: "\n".join(
            f"GET /x?d={quote(json.dumps({'u': owner(n), 'k': k}), safe='')} 200"
            for n, k in enumerate(keys)
        ),
    ),
    "log of json in json": (
        "app.log",
        lambda keys: "\n".join(
            f"10:00:{n:02} INFO body={json.dumps(php_json({'u': owner(n), 'k': k}))}"
            for n, k in enumerate(keys)
        ),
    ),
}


def found(tmp_path: Path, name: str, data: bytes) -> tuple[KnownKey, ...]:
    file = tmp_path / name
    file.write_bytes(data)
    return read_keys([file])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_its_keys(tmp_path: Path, layout: str) -> None:
    name, write = LAYOUTS[layout]
    keys = drawn(12, layout)
    given = found(tmp_path, name, write(keys).encode())
    assert [each.key for each in given] == keys
    if "list" not in layout:
        assert all(owner(n) in " ".join(each.owner.values()) for n, each in enumerate(given))
    assert not any(key in str(dict(each.owner)) for each in given for key in keys)


@pytest.mark.parametrize("layout", ["csv", "csv under a title"])
def test_a_key_knows_its_row_and_the_columns_beside_it(tmp_path: Path, layout: str) -> None:
    name, write = LAYOUTS[layout]
    given = found(tmp_path, name, write(drawn(3)).encode("gb18030"))
    assert [each.number for each in given] == ([2, 3, 4] if layout == "csv" else [3, 4, 5])
    names = ("openid", "city") if layout == "csv" else ("user", "city")
    assert given[1].owner == dict(zip(names, (owner(1), "广州"), strict=True))
    assert given[1].file == "k.csv"


@pytest.mark.parametrize("layout", ["list", "log", "query"])
def test_a_key_in_a_text_knows_its_line(tmp_path: Path, layout: str) -> None:
    name, write = LAYOUTS[layout]
    given = found(tmp_path, name, write(drawn(3, layout)).encode())
    assert [each.number for each in given] == [1, 2, 3]


def test_a_key_on_a_line_of_json_knows_its_line(tmp_path: Path) -> None:
    one, two = drawn(2)
    text = f'{{"user": "Ann", "session_key": "{one}"}}\n{{"none": 1}}\n{{"session_key": "{two}"}}\n'
    given = found(tmp_path, "k.jsonl", text.encode())
    assert [(each.key, each.number) for each in given] == [(one, 1), (two, 3)]


def test_a_workbook_and_a_packed_file_are_read_too(tmp_path: Path) -> None:
    keys = drawn(3)
    out = io.BytesIO()
    with Workbook(out) as book:
        for number, row in enumerate([("user", "session_key"), *((owner(0), k) for k in keys)]):
            book.worksheets()[0].write_row(number, 0, row) if number else book.add_worksheet(
                "keys"
            ).write_row(0, 0, row)
    assert [each.key for each in found(tmp_path, "k.xlsx", out.getvalue())] == keys
    packed = gzip.compress("\n".join(keys).encode())
    assert [each.key for each in found(tmp_path, "k.txt.gz", packed)] == keys


def test_an_iv_beside_a_named_key_is_no_key(tmp_path: Path) -> None:
    one, two = drawn(2)
    text = f"iv,session_key\n{one},{two}\n"
    assert [each.key for each in found(tmp_path, "k.csv", text.encode())] == [two]


@pytest.mark.parametrize("word", ["x" * 40, "getSessionKeyFromStore", "short=", "o" + "a" * 27])
def test_words_are_no_keys(tmp_path: Path, word: str) -> None:
    assert found(tmp_path, "k.txt", word.encode()) == ()


def test_a_key_is_given_once_and_hides_itself(tmp_path: Path) -> None:
    (key, *_) = drawn(1)
    given = found(tmp_path, "k.txt", f"{key}\n{key[:-2]}\n".encode())
    assert [each.key for each in given] == [key]
    assert key not in repr(given)
    assert isinstance(given[0].owner, Mapping)


def test_a_key_is_named_by_where_it_stands_first(tmp_path: Path) -> None:
    (key,) = drawn(1, "twice")
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(f"who,session_key\nAnn,{key}\nBea,{key}\n", encoding="utf-8")
    second.write_text(f"who,session_key\nCid,{key}\n", encoding="utf-8")
    (known,) = read_keys([first, second])
    assert (known.file, known.number, known.owner["who"]) == ("a.csv", 2, "Ann")

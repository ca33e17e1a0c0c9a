from __future__ import annotations

from collections.abc import Callable

import pytest

from inspector.tickets import read
from tests.growth import grows_linearly
from tests.tickets.capture.capture_forms import Minted, mint

NAMES = "id, openid, session_key, iv, encrypted_data, created"


def mybatis(m: Minted) -> str:
    return (
        f"c.e.Mapper.insert : ==>  Preparing: INSERT INTO share ({NAMES}) VALUES (?,?,?,?,?,now())"
        f"\nc.e.Mapper.insert : ==> Parameters: 7(Long), null, {m.key}(String), {m.iv}(String), "
        f"{m.data}(String)\nc.e.Mapper.insert : <==    Updates: 1"
    )


def mybatis_update(m: Minted) -> str:
    return (
        "==>  Preparing: UPDATE t_user SET session_key=?, iv = ?, t.encrypted_data=? WHERE id=?\n"
        f"==> Parameters: {m.key}(String), {m.iv}(String), {m.data}(String), 12(Integer)"
    )


def mybatis_rows(m: Minted) -> str:
    return (
        "==> Parameters: oABC(String)\n<==    Columns: openid, session_key, iv, encrypted_data\n"
        f"<==        Row: oABC, {m.key}, {m.iv}, {m.data}\n<==      Total: 1"
    )


def hibernate(m: Minted) -> str:
    bound = "\n".join(
        f"TRACE BasicBinder : binding parameter [{number}] as [VARCHAR] - [{value}]"
        for number, value in enumerate((m.data, m.iv, m.key), 1)
    )
    return f"insert into share (encrypted_data, iv, session_key) values (?, ?, ?)\n{bound}"


def hibernate_6(m: Minted) -> str:
    bound = "\n".join(
        f"TRACE bind : binding parameter ({number}:VARCHAR) <- [{value}]"
        for number, value in enumerate((m.data, m.iv, m.key), 1)
    )
    return f"insert into share (encrypted_data,iv,session_key) values (?,?,?)\n{bound}"


def typeorm(m: Minted) -> str:
    return (
        "query: INSERT INTO `share`(`id`, `sessionKey`, `iv`, `encryptedData`) "
        f'VALUES (DEFAULT, ?, ?, ?) -- PARAMETERS: ["{m.key}","{m.iv}","{m.data}"]'
    )


def sequelize(m: Minted) -> str:
    return (
        "Executing (default): INSERT INTO `share` (`sessionKey`,`iv`,`encryptedData`) "
        f'VALUES ($1,$2,$3); "{m.key}", "{m.iv}", "{m.data}"'
    )


def sqlalchemy(m: Minted) -> str:
    return (
        "Engine INSERT INTO share (session_key, iv, encrypted_data) VALUES (?, ?, ?)\n"
        f"Engine [generated in 0.00012s] ('{m.key}', '{m.iv}', '{m.data}')"
    )


FORMS = (
    *(mybatis, mybatis_update, mybatis_rows, hibernate, hibernate_6),
    *(typeorm, sequelize, sqlalchemy),
)


@pytest.mark.parametrize("form", FORMS)
def test_a_parameter_is_what_the_statement_names(form: Callable[[Minted], str]) -> None:
    """Also where nothing proves it: the key is another one's."""
    lost = []
    for _ in range(20):
        m = Minted(**{**vars(mint()), "key": mint().key})
        tickets = read(form(m)).tickets
        found = [(t.session_key, t.iv, t.encrypted_data) for t in tickets]
        lost += [] if found == [(m.key, m.iv, m.data)] else [form(m)]
    assert len(lost) <= 1, lost[0]  # one value in some thousands looks like a word


def test_each_line_of_parameters_is_a_ticket() -> None:
    tickets = [mint() for _ in range(5)]
    text = "\n".join(map(mybatis_update, tickets))
    found = [(t.session_key, t.iv, t.encrypted_data) for t in read(text).tickets]
    assert found == [(m.key, m.iv, m.data) for m in tickets]


def test_parameters_of_another_number_are_left_alone() -> None:
    m = Minted(**{**vars(mint()), "key": mint().key})
    text = mybatis_update(m).replace(", 12(Integer)", "")
    assert read(text).tickets == ()


@pytest.mark.parametrize(
    "piece",
    [
        *("update a set b=?", "update ", "insert into a (b) values (?, ", "into a(b)values(", "?"),
        *("Parameters: ", "a(String), ", "(Aa) ", "binding parameter [1] - [", "<==  Row: a, "),
        *("<==  Columns: iv, ", '; "', "-- PARAMETERS: ['a', ", "(b, "),
    ],
)
def test_no_log_makes_it_slow(piece: str) -> None:
    beginning = "==>  Preparing: insert into a (iv, data) values (?, ?)\n"
    for text in (piece, piece + "\n"):
        assert not grows_linearly(read, lambda n, t=text: beginning + (t * n)[:n], 3_000)  # type: ignore[misc]

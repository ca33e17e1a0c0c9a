"""Lines made in bulk are the lines of the usual way, whatever is in the cells."""

from __future__ import annotations

from dataclasses import astuple
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.reports import Columns, JsonLine, JudgeOptions
from inspector.reports.batches import Batch, CellRows
from inspector.reports.judging import Opened, open_batch
from inspector.reports.straight_lines import StraightLines
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.fields import MAIN_FIELDS
from tests.reports.reports import NOW
from tests.tickets.payloads import KINDS, app_id_of, draw, text_of

OWN = ("", "张三", '="0012"', "=1+1", 'say "hi"', "a\\b\n", "\ud800", "x" * 22, "{key}", "{bare}")
APP_IDS = ("{right}", "", "wx0123456789abcdef", "WX", " {right}", "{key}")
EXTRA = ("appid", "label", "rawData", "signature", "shareTicket")


def table(random: Random) -> CellRows:
    extra = [name for name in EXTRA if random.random() < (0.5 if name == "appid" else 0.05)]
    names = ["id", *MAIN_FIELDS, *extra, "note"]
    random.shuffle(names)
    fields = {name: at for at, name in enumerate(names) if name not in ("id", "note")}
    return CellRows('a "1".csv', Columns(tuple(names), fields))


def cells(form: CellRows, random: Random, damages: bool) -> list[str]:
    text = text_of(random.choice(list(KINDS.values()))(random)) if not damages else draw(random)
    sealed = Sealed.fresh(text, random, app_id_of(text))
    name = random.choice(list(DAMAGES)) if damages and random.random() < 0.5 else None
    ticket = damage(sealed, name, random) if name else sealed.ticket
    key = sealed.ticket.session_key or ""
    words = {"key": key, "bare": key[:22], "right": app_id_of(text) or ""}
    values = {each: ticket.field(each) or "" for each in MAIN_FIELDS}
    values |= {"appid": random.choice(APP_IDS).format(**words), "rawData": "{}", "label": "l"}
    values |= {"signature": "0" * 40}
    if random.random() < 0.05:
        values["iv"] = key
    row = []
    for each in form.columns.names:
        own = random.choice(OWN if damages else OWN[:2])
        row.append(values.get(each, own.format(**words) if "{" in own else own))
    return row[: len(row) - (damages and random.random() < 0.1)]


def both(form: CellRows, rows: list[list[str]], line: JsonLine) -> tuple[Opened, Opened]:
    batch = Batch(form, 2, rows)
    fast = open_batch(batch, JudgeOptions(NOW), line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StraightLines, "of", lambda _, given: [None] * len(given))
        return fast, open_batch(batch, JudgeOptions(NOW), line)


def told(opened: Opened) -> list[Any]:
    return [opened.made, opened.pending, astuple(opened.tally), opened.keys]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from(["en", "zh_CN"]), st.booleans())
def test_lines_are_those_of_the_usual_way(seed: int, language: str, show_secrets: bool) -> None:
    random = Random(seed)
    form = table(random)
    rows = [cells(form, random, damages=True) for _ in range(12)] + [[], ["", " "]]
    fast, usual = both(form, rows, JsonLine(language, show_secrets))
    assert told(fast) == told(usual)


def test_rows_that_are_clean_are_made_in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(3)
    fields = {name: at for at, name in enumerate(MAIN_FIELDS, 1)}
    form = CellRows("a.csv", Columns(("id", *MAIN_FIELDS), fields))
    rows = [cells(form, random, damages=False) for _ in range(600)]
    fast, usual = both(form, rows, JsonLine())
    assert told(fast) == told(usual)
    monkeypatch.setattr("inspector.reports.judging.RowMaker.rows", lambda *_: [])
    made = open_batch(Batch(form, 2, rows), JudgeOptions(NOW), JsonLine()).made
    assert len(made) > len(rows) * 0.7

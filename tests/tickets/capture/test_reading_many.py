"""Several tickets in one text: all of them, in order, each with what belongs to it."""

from __future__ import annotations

import dataclasses
import itertools
import json
import random
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from inspector.tickets import Ticket, judge, read
from tests.tickets.capture.capture_forms import Minted, entry, har, mint, result, whole

Fields = tuple[str | None, str | None, str | None, str | None]


def fields(text: str) -> list[Fields]:
    return [_of(ticket) for ticket in read(text).tickets]


def _of(ticket: Ticket) -> Fields:
    return ticket.session_key, ticket.iv, ticket.encrypted_data, ticket.share_ticket


def t(minted: Minted, handle: str | None = None) -> Fields:
    return minted.key, minted.iv, minted.data, handle


def labels(text: str) -> list[str | None]:
    return [ticket.label for ticket in read(text).tickets]


def test_a_list_of_objects() -> None:
    three = [mint() for _ in range(3)]
    assert fields(json.dumps([whole(m) for m in three])) == [t(m) for m in three]


def test_lines_whose_names_repeat() -> None:
    three = [mint() for _ in range(3)]
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        lines = [list(whole(m).items())[at] for m in three for at in order]
        assert fields("\n".join(f"{k}: {v}" for k, v in lines)) == [t(m) for m in three]


def test_interleaved_requests_are_told_apart_by_what_decrypts() -> None:
    a, b = mint(), mint()
    text = "\n".join(
        f"r{n} {name}={value}"
        for pair in zip(whole(a).items(), whole(b).items(), strict=True)
        for n, (name, value) in enumerate(pair)
    )
    assert fields(text) == [t(a), t(b)]


def test_keys_after_their_data_and_in_another_order() -> None:
    a, b = mint(), mint()
    results = [json.dumps(result(m)) for m in (a, b)]
    assert fields("\n".join([*results, f"session_key={b.key}", f"session_key={a.key}"])) == [
        t(a),
        t(b),
    ]


def test_one_key_for_many_results() -> None:
    first = mint()
    many = [first, mint(first.key), mint(first.key)]
    nested = json.dumps({"session_key": first.key, "list": [result(m) for m in many]})
    lines = f"session_key={first.key}\n" + "\n".join(json.dumps(result(m)) for m in many)
    assert fields(nested) == fields(lines) == [t(m) for m in many]


def test_a_key_without_a_name_is_taken_when_it_opens_the_data() -> None:
    a, b = mint(), mint()
    text = f"first {b.key}\nsecond {a.key}\n{json.dumps(result(a))}"
    assert fields(text) == [t(a)]


def test_a_wrong_key_beside_its_data_stays() -> None:
    a, b = mint(), mint()
    wrong = {**whole(a), "session_key": b.key}
    assert fields(json.dumps([wrong, whole(b), whole(a)])) == [
        (b.key, a.iv, a.data, None),
        t(b),
        t(a),
    ]


def test_the_same_ticket_in_two_places_is_one() -> None:
    a = mint()
    assert fields(f"client {json.dumps(result(a))}\nserver {json.dumps(whole(a))}") == [t(a)]


def test_share_tickets_alone_give_a_row_for_each_group() -> None:
    three = [mint() for _ in range(3)]
    text = json.dumps({"shareTickets": [m.handle for m in three]})
    assert fields(text) == [(None, None, None, m.handle) for m in three]


def test_share_tickets_go_to_the_results_that_follow() -> None:
    first = mint()
    both = [first, mint(first.key)]
    head = json.dumps({"shareTickets": [m.handle for m in both]})
    lines = [head, *(json.dumps(result(m)) for m in both), f"session_key: {first.key}"]
    assert fields("\n".join(lines)) == [t(m, m.handle) for m in both]
    assert fields("\n".join([lines[0], lines[1], lines[3]])) == [
        t(first, first.handle),
        (None, None, None, both[1].handle),
    ]


def test_requests_of_a_network_log_are_matched() -> None:
    a, b = mint(), mint()
    text = har(
        entry("https://x.example/login/a", "", json.dumps({"session_key": a.key})),
        entry("https://x.example/login/b", "", json.dumps({"session_key": b.key})),
        entry("https://x.example/share/b?v=1", json.dumps(result(b))),
        entry("https://x.example/share/a", json.dumps(result(a))),
    )
    assert fields(text) == [t(b), t(a)]
    assert labels(text) == ["POST /share/b", "POST /share/a"]


def test_rows_of_a_table_stay_apart() -> None:
    a, b, c = mint(), mint(), mint()
    rows = [f"{a.key},{a.iv},{a.data}", f",{b.iv},{b.data}", f"{c.key},{c.iv},"]
    assert fields("session_key,iv,encryptedData\n" + "\n".join(rows)) == [
        t(a),
        (None, b.iv, b.data, None),
        (c.key, c.iv, None, None),
    ]


def test_labels_are_group_names_times_or_lines() -> None:
    a, b = mint(), mint()
    named = [{**whole(m), "roomTopic": m.topic} for m in (a, b)]
    assert labels(json.dumps(named)) == [a.topic, b.topic]
    timed = "\n".join(f"2020-01-02 03:04:0{n} {json.dumps(whole(m))}" for n, m in enumerate((a, b)))
    assert labels(timed) == ["2020-01-02 03:04:00", "2020-01-02 03:04:01"]
    assert labels("\n".join(json.dumps(whole(m)) for m in (a, b))) == ["L1", "L2"]
    assert labels(json.dumps([whole(m) for m in (a, b)])) == ["L1", "L1 · 2"]


def test_one_ticket_needs_no_label() -> None:
    assert labels(json.dumps(whole(mint()))) == [None]


def test_the_only_app_id_of_a_text_goes_to_all() -> None:
    a, b = mint(), mint()
    text = json.dumps({"config": {"appid": a.app}, "list": [whole(a), whole(b)]})
    assert [ticket.app_id for ticket in read(text).tickets] == [a.app, a.app]


def test_the_app_id_of_an_opened_watermark_is_not_expected() -> None:
    a = mint()
    opened = {"openGId": "tG", "watermark": {"timestamp": 1, "appid": a.app}}
    assert read(json.dumps({"in": whole(a), "out": opened})).tickets[0].app_id is None


STRONG = (("session_key", "iv", "encryptedData"), ("sessionKey", "iv", "encrypted_data"))
WEAK = (
    ("key", "iv", "data"),
    ("sk", "iv", "encrypted"),
    ("aesKey", "iv", "cipher"),
    ("key", "vector", "payload"),
    ("secretKey", "vi", "encrypt"),
    ("k", "iv", "d"),
)
Named = dict[str, str]


def lines(named: Named, sign: str = ": ") -> str:
    return "\n".join(f"{name}{sign}{value}" for name, value in named.items())


TOGETHER: dict[str, Callable[[list[Named]], str]] = {
    "array": json.dumps,
    "lines of JSON": lambda two: "\n".join(map(json.dumps, two)),
    "object": lambda two: json.dumps(dict(zip("ab", two, strict=True))),
    "chat": lambda two: "\n".join(f"小李 10:0{n}\n{lines(each)}" for n, each in enumerate(two)),
    "chat with blank lines": lambda two: "\n\n".join(map(lines, two)),
    "lines": lambda two: "\n".join(map(lines, two)),
    "words": lambda two: "\n".join(
        "Bob: " + ", ".join(f"the {name} is {value}" for name, value in each.items())
        for each in two
    ),
    "form bodies": lambda two: "\n".join(map(urlencode, two)),
    "one form body": lambda two: "&".join(map(urlencode, two)),
    "log": lambda two: "\n".join(f"03:04:0{n} INFO {json.dumps(e)}" for n, e in enumerate(two)),
    "Python": lambda two: "\n".join(f"t{n} = {each!r}" for n, each in enumerate(two)),
}


@pytest.mark.parametrize("form", TOGETHER)
@pytest.mark.parametrize("wrong", [False, True], ids=["opens", "opens nothing"])
def test_a_ticket_with_weak_names_stands_beside_one_with_better_names(
    form: str, wrong: bool
) -> None:
    for weak in WEAK:
        tickets, two = [], []
        order = random.sample(range(3), 3)
        for names in (random.choice(STRONG), weak):
            minted = mint()
            values = (mint().key if wrong else minted.key, minted.iv, minted.data)
            tickets.append((*values, None))
            two.append({names[at]: values[at] for at in order})
        if random.random() < 0.5:
            tickets.reverse()
            two.reverse()
        assert fields(TOGETHER[form](two)) == tickets


@pytest.mark.parametrize("form", TOGETHER)
def test_a_ticket_with_names_of_nobody_is_kept_where_its_key_opens_it(form: str) -> None:
    for names in (("a", "b", "c"), ("token", "salt", "value"), ("sid", "iv", "blob")):
        if "iv" in names and form == "one form body":
            continue  # its second iv may stand beside the first key
        tickets, two = [], []
        order = random.sample(range(3), 3)
        for each in (random.choice(STRONG), names):
            minted = mint()
            values = (minted.key, minted.iv, minted.data)
            tickets.append((*values, None))
            two.append({each[at]: values[at] for at in order})
        if random.random() < 0.5:
            tickets.reverse()
            two.reverse()
        assert fields(TOGETHER[form](two)) == tickets


def test_data_without_a_name_that_begins_as_one_does_stays_whole() -> None:
    a = mint()
    b = next(m for m in iter(mint, None) if m.data[0] in "DdKk" and m.data[1] in "+/")
    others = {"sid": b.key, "salt": b.iv, "blob": b.data}
    for write in (urlencode, json.dumps, lambda row: json.dumps(row).replace("/", "\\/")):
        assert fields("\n".join(map(write, (whole(a), others)))) == [t(a), t(b)]


def test_values_without_names_that_open_nothing_stay_none() -> None:
    a, b = mint(), mint()
    others = {"token": mint().key, "salt": b.iv, "value": b.data}
    assert fields(json.dumps([whole(a), others])) == [t(a)]


def test_a_weak_name_beside_a_better_one_takes_nothing_away() -> None:
    a, b = mint(), mint()
    for extra in ({"key": b.key}, {"data": b.data}, {"key": b.key, "data": b.data}):
        mixed = list({**whole(a), **extra}.items())
        for _ in range(5):
            random.shuffle(mixed)
            for text in (json.dumps(dict(mixed)), lines(dict(mixed))):
                assert t(a) in fields(text)


def test_a_key_that_opens_beats_one_that_stands_nearer() -> None:
    a, b = mint(), mint()
    cut = json.dumps([result(a), whole(b)])[3:]
    assert fields(cut.partition("}")[2]) == [t(b)]
    text = f'"iv":"{a.iv}","encryptedData":"{a.data}"}},{json.dumps(whole(b))}]'
    assert fields(text) == [(None, a.iv, a.data, None), t(b)]
    text = f"iv: {a.iv}\nencryptedData: {a.data}\n" + lines(whole(b))
    assert fields(text) == [(None, a.iv, a.data, None), t(b)]
    text = lines({"session_key": b.key, "iv": b.iv, "encryptedData": a.data})
    assert fields(f"{text}\nold: {a.key}\nother: {a.iv}") == [t(a)]


def login_and_results(a: Minted, two: list[Minted]) -> dict[str, str]:
    """Return texts in which only nearness or a bracket around both gives a key to the second."""
    login = {"session_key": a.key}
    bodies = [json.dumps(result(m)) for m in two]
    weak = {"key": a.key, "iv": a.iv, "data": a.data}
    b = next(m for m in two if m is not a)
    tags = "".join(f"<t><iv>{m.iv}</iv><encryptedData>{m.data}</encryptedData></t>" for m in two)
    return {
        "above a list": json.dumps({**login, "list": [result(m) for m in two]}),
        "below a list": json.dumps({"list": [result(m) for m in two], **login}),
        "above names": json.dumps({**login, "share": result(two[0]), "phone": result(two[1])}),
        "one within the other": json.dumps({**whole(a), "next": result(b)}, indent=2),
        "one before the other": json.dumps({"next": result(b), **whole(a)}),
        "in strings": json.dumps({**login, "bodies": bodies}),
        "weak names": json.dumps({**weak, "next": {"iv": b.iv, "data": b.data}}),
        "beside": json.dumps([login, *map(result, two)]),
        "a log": "\n".join([f"[INFO] {json.dumps(login)}", *(f"[INFO] {body}" for body in bodies)]),
        "a har": har(*(entry("https://a/b", answer=body) for body in (json.dumps(login), *bodies))),
        "tags": f"<r><session_key>{a.key}</session_key>{tags}</r>",
    }


@pytest.mark.parametrize("form", login_and_results(mint(), [mint(), mint()]))
def test_a_key_that_opens_other_data_is_not_given_to_data_without_one(form: str) -> None:
    for _ in range(4):
        a, b = mint(), mint()
        two = random.sample([a, b], 2)
        found = fields(login_and_results(a, two)[form])
        assert sorted(found, key=str) == sorted([t(a), (None, b.iv, b.data, None)], key=str)


def test_a_key_that_opens_nothing_is_meant_for_all_below_it() -> None:
    a, b = mint(), mint()
    text = json.dumps({"session_key": mint().key, "list": [result(a), result(b)]})
    keys = {key for key, *_ in fields(text)}
    assert len(keys) == 1
    assert None not in keys


def inherited(text: str) -> list[tuple[str | None, bool]]:
    return [(ticket.app_id, ticket.inherited == "appid") for ticket in read(text).tickets]


def test_an_app_id_of_another_structure_is_inherited() -> None:
    a, b = mint(), mint()
    config = {"config": {"appid": b.app}, "data": whole(a)}
    code = (
        f"function login() {{ const appid = '{b.app}' }}\n\n"
        f"function share() {{ const r = {json.dumps(whole(a))} }}"
    )
    lines_apart = f"appid: {b.app}\n\n" + lines(whole(a))
    for text in (json.dumps(config), code, lines_apart):
        assert inherited(text) == [(b.app, True)], text
        (verdict,) = map(judge, read(text).tickets)
        assert (verdict.outcome, verdict.cause) == ("opened", None)


@pytest.mark.parametrize("above", [
    "appid={}", "2026-01-02 03:04:05 INFO login appid={} scene=1044", "[main] appId: {}",
    "GET /sns/jscode2session?appid={}&js_code=x", "const appId = '{}'", "小程序ID：{}",
])  # fmt: skip
def test_an_app_id_of_a_line_above_an_object_is_inherited(above: str) -> None:
    for indent, ending in itertools.product((None, 2), ("\n", "\r\n", "\nresult: ", "\nret = ")):
        a, b = mint(), mint()
        text = above.format(b.app) + ending + json.dumps(whole(a), indent=indent)
        assert inherited(text) == [(b.app, True)], text


def test_an_app_id_of_the_same_structure_or_paragraph_is_its_own() -> None:
    a, b = mint(), mint()
    for text in (
        json.dumps({**whole(a), "appid": b.app}),
        json.dumps({"appid": b.app, "list": [whole(a)]}),
        lines({"appid": b.app, **whole(a)}),
        urlencode({**whole(a), "appid": b.app}),
        f"appid,session_key,iv,encryptedData\n{b.app},{a.key},{a.iv},{a.data}\n",
    ):
        assert inherited(text) == [(b.app, False)], text
        (verdict,) = map(judge, read(text).tickets)
        assert (verdict.outcome, verdict.cause) == ("opened", "app_id_mismatch")


@pytest.mark.parametrize(
    "placeholder",
    ["wx1234567890abcdef", "wx0123456789abcdef", "wxxxxxxxxxxxxxxxxx", "wx0000000000000000",
     "wxYOURAPPIDHERE012", "wxXXXXXXXXXXXXXXXX", "wxabcdefabcdef1234", "wx1111111111111111"],
)  # fmt: skip
def test_a_placeholder_is_no_app_id(placeholder: str) -> None:
    assert inherited(json.dumps({**whole(mint()), "appid": placeholder})) == [(None, False)]


def test_a_form_body_a_line_keeps_its_own_value_however_the_next_begins() -> None:
    for _ in range(60):
        one, other = mint(), mint()
        if not other.iv.startswith(("+", "/")):
            other = dataclasses.replace(other, iv="/" + other.iv[1:])
        whole_blocks = one.data[:64]
        first = urlencode({"iv": one.iv, "encryptedData": whole_blocks})
        second = urlencode({"iv": other.iv, "encryptedData": other.data})
        tickets = read(f"{first}\n{second}").tickets
        assert [ticket.encrypted_data for ticket in tickets] == [whole_blocks, other.data]

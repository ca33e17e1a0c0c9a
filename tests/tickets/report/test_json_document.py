from __future__ import annotations

import json

from inspector.tickets.report import Format, Shown, write_report
from tests.tickets.report.verdicts import GROUP, all_verdicts, opened


def test_it_is_the_terminals_line_and_more() -> None:
    document = json.loads(write_report([opened()], Format.JSON, shown=Shown(personal=True)))
    (ticket,) = document["tickets"]
    assert document["masked"] == {"personal": False, "keys": True}
    assert ticket["payload"]["openGId"] == GROUP
    assert ticket["payload"]["new"].endswith("\u202e")
    assert ticket["cause"] == "app_id_mismatch"
    assert ticket["headline"] == "Decrypted · Group share"
    assert ticket["meanings"]["/new"] == "unknown field"
    assert len(ticket["advice"]) >= 1


def test_every_ticket_is_in_it() -> None:
    document = json.loads(write_report(all_verdicts(), Format.JSON))
    outcomes = [ticket["outcome"] for ticket in document["tickets"]]
    assert outcomes == ["opened", "opened", "partly", "not_opened"]

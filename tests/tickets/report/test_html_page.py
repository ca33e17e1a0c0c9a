from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from inspector.tickets import Ticket, Verdict, judge
from inspector.tickets.report import Format, Shown, write_report
from inspector.visible import visible
from tests.tickets.report.verdicts import all_verdicts, opened
from tests.window.sealing import sealed

VOID = {"meta", "hr"}


class Outline(HTMLParser):
    """Collects what a browser would open, close and load."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.text += data


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    parser.close()
    return parser


def test_it_is_one_well_formed_page_that_loads_nothing() -> None:
    page = outline(write_report(all_verdicts(), Format.HTML))
    assert page.open == []
    assert not page.seen & {"script", "img", "iframe", "link", "b>", "object"}


def test_hostile_text_stays_text() -> None:
    page = write_report([opened()], Format.HTML, shown=Shown(personal=True))
    assert "`|&lt;b&gt;*\\u202e" in page
    assert "\u202e" not in page
    assert "`|<b>*" in outline(page).text


def test_severity_does_not_rest_on_colour() -> None:
    text = outline(write_report([opened()], Format.HTML)).text
    assert "✖ Error" in text
    assert "ℹ Note" in text
    assert 'lang="zh-CN"' in write_report([opened()], Format.HTML, language="zh_CN")


HOSTILE = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- \u202e\u2066\u200b\x1b]0;x\x07"
)


def hostile() -> list[Verdict]:
    """Return verdicts in which every text that can be pasted is made to break out."""
    mark = {"timestamp": 1535624932, "appid": HOSTILE}
    opened = {"openGId": HOSTILE, "nickName": HOSTILE, HOSTILE: {HOSTILE: [HOSTILE]}}
    texts = (json.dumps(opened | {"watermark": mark}), f"{{{HOSTILE}", "")
    verdicts = []
    for text in texts:
        made = sealed(text)
        given = (made.session_key, made.iv, made.encrypted_data)
        verdicts.append(judge(Ticket(*given, *(HOSTILE,) * 4, label=HOSTILE)))
    return [*verdicts, judge(Ticket(*(HOSTILE,) * 7, label=HOSTILE))]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("shown", [Shown(), Shown(personal=True, keys=True)])
def test_markup_in_every_field_opens_nothing(shown: Shown, language: str) -> None:
    text = write_report(hostile(), Format.HTML, shown=shown, language=language)
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    assert text.index(policy) < text.index("<title>")
    plain = write_report(all_verdicts(), Format.HTML, shown=shown, language=language)
    page, usual = outline(text), outline(plain)
    assert page.open == []
    assert page.seen <= usual.seen
    assert page.comments == []
    assert ("<script>alert(1)</script>" in page.text) is shown.personal
    assert visible(text, lines=True) == text


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.JSON])
def test_no_mark_that_turns_text_is_raw_in_the_other_forms(form: Format) -> None:
    text = write_report(hostile(), form, shown=Shown(personal=True, keys=True))
    if form is Format.JSON:
        assert json.loads(text)
    else:
        assert visible(text, lines=True) == text

from __future__ import annotations

from html.parser import HTMLParser

from inspector.tickets.report import Format, Shown, write_report
from tests.tickets.report.verdicts import all_verdicts, opened

VOID = {"meta", "hr"}


class Outline(HTMLParser):
    """Collects what a browser would open, close and load."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

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

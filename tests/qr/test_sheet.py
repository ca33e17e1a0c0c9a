"""The page of codes to print shows what they hold as plain text."""

from __future__ import annotations

from inspector.qr import encode, to_sheet


def test_nothing_on_the_page_is_read_as_markup() -> None:
    hostile = '<img src="x" onerror="a()">&amp;'
    page = to_sheet([(hostile, encode(hostile))], hostile)
    assert "<img" not in page
    assert page.count("&lt;img") == 3
    assert "&amp;amp;" in page


def test_it_loads_nothing() -> None:
    page = to_sheet([("a", encode("b"))], "c")
    assert "default-src &#x27;none&#x27;" in page
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")

"""The seam `read`: every form gives its ticket whole, and nothing is invented."""

from __future__ import annotations

import pytest

from inspector.tickets import Capture, read
from tests.tickets.capture.capture_forms import FORMS, Form, expected, found, mint
from tests.tickets.capture.more_capture_forms import MORE


def texts(text: str, capture: Capture) -> dict[tuple[int, str], str]:
    return {(span.ticket, span.field): text[span.start : span.end] for span in capture.spans}


@pytest.mark.parametrize("form", FORMS + MORE, ids=lambda form: form.name)
def test_every_form_gives_its_ticket_and_no_other(form: Form) -> None:
    minted = mint()
    capture = read(form.build(minted))
    assert [found(ticket) for ticket in capture.tickets] == [expected(minted, form.fields)]
    assert form.reader in (None, capture.reader)


@pytest.mark.parametrize("form", FORMS + MORE, ids=lambda form: form.name)
def test_every_field_has_its_place_in_the_text(form: Form) -> None:
    minted = mint()
    text = form.build(minted)
    capture = read(text)
    assert {span.field for span in capture.spans} == set(form.fields)
    for span in capture.spans:
        assert 0 <= span.start < span.end <= len(text)
    assert list(capture.spans) == sorted(capture.spans, key=lambda s: (s.start, s.end, s.ticket))


def test_spans_are_the_raw_values() -> None:
    minted = mint()
    text = f'{{"session_key": "{minted.key}", "iv":"{minted.iv}", "encryptedData":"{minted.data}"}}'
    assert texts(text, read(text)) == {
        (0, "session_key"): minted.key,
        (0, "iv"): minted.iv,
        (0, "encryptedData"): minted.data,
    }

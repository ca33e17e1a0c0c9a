from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.payload.raw_data_forms import rewritten
from tests.exact_json.test_parsing import JSON_VALUES


@given(JSON_VALUES)
def test_every_form_is_new_and_named(value: Any) -> None:
    raw = json.dumps(value)
    forms = list(rewritten(raw))
    texts = [text for _, text in forms]
    assert raw not in texts
    assert len(texts) == len(set(texts))
    assert all(parts for parts, _ in forms)


@given(st.dictionaries(st.text(), st.text(), min_size=1))
def test_json_forms_are_the_same_json(value: dict[str, str]) -> None:
    for parts, text in rewritten(json.dumps(value)):
        if parts[0] in ("compact", "indented by 2 spaces", "indented by tabs"):
            assert json.loads(text) == value


@given(st.text())
def test_any_text_has_forms(text: str) -> None:
    assert any(parts == ("written as a JSON string in quotes",) for parts, _ in rewritten(text))

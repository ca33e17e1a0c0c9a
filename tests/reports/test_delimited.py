"""How a file of delimited text is parted, seen by its beginning and its name."""

from __future__ import annotations

import pytest

from inspector.reports.delimited import seen


@pytest.mark.parametrize("suffix", [".tsv", ".tab"])
def test_a_name_that_says_tabs_parts_by_tabs(suffix: str) -> None:
    head = "a,b,c\td,e\n1,2,3\t4,5\n"
    assert seen("f", head, suffix, {}).dialect.delimiter == "\t"

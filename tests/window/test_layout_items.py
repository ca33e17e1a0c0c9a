"""No code asks a layout for its items: `inspector/window/widgets/reading_order.py` says why."""

from __future__ import annotations

import re

from tests.catalogue import PROJECT

ASKING = re.compile(r"\.(?:itemAt|takeAt|itemAtPosition)\(")


def test_no_code_asks_a_layout_for_its_items() -> None:
    files = sorted((PROJECT / "inspector" / "window").rglob("*.py"))
    assert len(files) > 100
    assert not [file.name for file in files if ASKING.search(file.read_text(encoding="utf-8"))]

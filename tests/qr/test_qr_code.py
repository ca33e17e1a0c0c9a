from __future__ import annotations

from inspector.qr import encode


def test_a_code_knows_its_sides() -> None:
    code = encode("pages/index/index", "L")
    assert (code.version, code.modules, code.side) == (1, 21, 29)
    assert all(len(row) == 21 and set(row) <= {0, 1} for row in code.matrix)
    assert code.matrix[0][:8] == b"\1\1\1\1\1\1\1\0"  # the upper edge of a finder pattern

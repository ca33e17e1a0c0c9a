from __future__ import annotations

from inspector.exact_json.value_writer import Brackets, Notation, write_value

ROUND = Notation(
    scalar=str,
    name=lambda name: f"{name}=",
    object=Brackets("<", ">", "<>", between=";", last=";"),
    array=Brackets("(", ")", "()"),
    gap=" ",
)


def test_a_notation_says_how_everything_is_written() -> None:
    value = {"a": [1, [], {}, [2]], "b": {"c": 3, "d": 4}}
    assert write_value(value, ROUND) == "<a=(1, (), <>, (2)); b=<c=3; d=4;>;>"
    assert write_value({"a": [1, 2]}, ROUND, 1) == "<\n a=(\n  1,\n  2\n );\n>"
    assert write_value([], ROUND) == "()"
    assert write_value(5, ROUND, 2) == "5"

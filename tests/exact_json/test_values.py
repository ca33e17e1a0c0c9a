from __future__ import annotations

from inspector.exact_json.values import JsonFloat, JsonInteger, JsonObject, RepeatingObject


def test_numbers_show_their_text_and_count_as_their_value() -> None:
    assert (str(JsonFloat("1.10")), JsonFloat("1.10")) == ("1.10", 1.1)
    assert (f"{JsonInteger('-0')}", JsonInteger("-0")) == ("-0", 0)
    assert hash(JsonFloat("2.50")) == hash(2.5)


def test_an_object_is_a_dict_with_the_last_of_each_name() -> None:
    value = RepeatingObject([("a", 1), ("b", 2), ("a", 3), ("a", 4)])
    assert value == {"a": 4, "b": 2}
    assert len(value.pairs) == 4
    assert value.duplicates == ("a",)
    assert JsonObject(a=1).pairs == (("a", 1),)
    assert JsonObject(a=1).duplicates == ()

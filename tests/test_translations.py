"""Every English text has its Chinese one, and the catalogue holds nothing else."""

from __future__ import annotations

import gettext
import io
import re
from collections import Counter
from collections.abc import Iterable

import pytest

from tests.catalogue import MO, PO, catalogue, compiled, is_tracked
from tests.english import PLACEHOLDER, all_strings, english_texts


def told(problems: Iterable[str]) -> str:
    """Return all problems at once, so that a reader sees the whole debt."""
    return "\n".join(["", *problems])


def chinese() -> dict[str, list[str]]:
    """Return each msgid (the singular and the plural) with its translations."""
    table: dict[str, list[str]] = {}
    for message in catalogue():
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
        table |= {english: texts for english in ids if english}
    return table


def test_every_english_text_has_a_chinese_one() -> None:
    known = chinese()
    missing = [
        f"{place}: {text!r}"
        for text, place in english_texts().items()
        if not all(known.get(text, [""]))
    ]
    assert not missing, told(missing)


def test_placeholders_are_the_same_in_both_languages() -> None:
    """Of a text with a plural the plural counts: its Chinese form serves every number."""
    wrong = []
    for message in catalogue():
        english = message.id if isinstance(message.id, str) else message.id[-1]
        texts = [message.string] if isinstance(message.string, str) else message.string or ()
        names = set(PLACEHOLDER.findall(english))
        wrong += [
            f"{english!r} -> {t!r}" for t in texts if t and set(PLACEHOLDER.findall(t)) != names
        ]
    assert not wrong, told(wrong)


def test_no_text_is_translated_twice_or_in_doubt() -> None:
    ids = re.findall(
        r'^msgid ((?:"(?:[^"\\]|\\.)*"\n)+)', PO.read_text(encoding="utf-8"), re.MULTILINE
    )
    joined = Counter("".join(re.findall(r'"(.*)"', each)) for each in ids)
    assert not [text for text, count in joined.items() if count > 1]
    assert not [message.id for message in catalogue() if message.id and message.fuzzy]


def test_no_translation_is_left_over() -> None:
    used = all_strings()
    left = [english for english in chinese() if english not in used]
    assert not left, told(left)


def test_the_compiled_catalogue_is_fresh() -> None:
    if not is_tracked(MO):
        pytest.skip("the compiled catalogue is made for the tests")
    assert entries(MO.read_bytes()) == entries(compiled()), (
        "compile it: pybabel compile -d resources/translations -D inspector"
    )


def entries(compiled_catalogue: bytes) -> dict[str | tuple[str, int], str]:
    """Return what a compiled catalogue translates, without the header, which names the compiler."""
    translations = gettext.GNUTranslations(io.BytesIO(compiled_catalogue))
    read: dict[str | tuple[str, int], str] = dict(vars(translations)["_catalog"])
    read.pop("", None)
    return read

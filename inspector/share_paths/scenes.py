"""The scene values: how a mini program was opened.

The Chinese texts are the official ones (scene list, copy of 2026-07-30). The English ones are
official where `official_english` says so, ours elsewhere. The list is never complete, so a
number that is not on it is shown as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from inspector import assets


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene value."""

    number: int
    chinese: str
    """The official text; empty for a number that is not on the list."""
    english: str
    official_english: bool = False

    @property
    def known(self) -> bool:
        """True when the number is on the official list."""
        return bool(self.chinese)

    def text(self, language: str) -> str:
        """Return the text in `en` or `zh_CN`; empty for an unknown number."""
        return self.chinese if language == "zh_CN" else self.english


NO_SCENE: Final = Scene(
    0, "不指定场景值（开发者工具的默认值）", "No scene value, as DevTools itself saves it"
)
"""What a compile mode has that names no scene: `"scene": null`."""


@cache
def scenes() -> tuple[Scene, ...]:
    """Return the whole list in ascending order."""
    return tuple(
        Scene(
            row["scene"],
            row["zh"],
            row["en"],
            row.get("official_en", False),
        )
        for row in assets.table("scenes")
    )


def scene(number: int) -> Scene:
    """Return a scene by number; one that is not on the list comes without texts."""
    everything = (NO_SCENE, *scenes())
    found = next((known for known in everything if known.number == number), None)
    return found or Scene(number, "", "")


def search_scenes(wanted: str) -> tuple[Scene, ...]:
    """Return the scenes that hold all words, in either language or in the number.

    That a compile mode may have none stands among them, first.

    The exact number comes first, then the ascending order. A number of which nothing on the
    list is a continuation comes back as an unknown scene.
    """
    words = wanted.casefold().split()
    everything = (NO_SCENE, *scenes())
    found = [known for known in everything if all(word in _searched(known) for word in words)]
    number = wanted.strip()
    if number.isascii() and number.isdigit() and len(number) <= len("1000000"):
        exact = scene(int(number))
        rest = [known for known in found if known != exact]
        found = [exact, *rest] if exact.known or not rest else rest
    return tuple(found)


def _searched(known: Scene) -> str:
    return f"{known.number} {known.chinese} {known.english}".casefold()

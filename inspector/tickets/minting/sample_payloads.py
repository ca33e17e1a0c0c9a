"""Invented payloads of every kind, in the shapes that real ones have. Nobody is behind them.

A kind's template is a payload with places. In a text `{text 27}` draws so many letters, digits,
`_` and `-`, `{digits 4}` digits, `{hex 16}` hexadecimal digits, and `{number 0 99}` a number. A
text `$name` stands for one of the table's `values`, of a list one of its items, or for
`$timestamp`, `$app_id` or `$steps`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from inspector import assets
from inspector.tickets.payload.kinds import kinds

ALPHABETS: Final = {
    "text": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
    "digits": "0123456789",
    "hex": "0123456789abcdef",
}
PLACE: Final = re.compile(r"\{(?:(text|digits|hex) (\d+)|number (\d+) (\d+))\}")
DAY: Final = 86_400
CHINA: Final = 8 * 3600
"""Seconds that China is ahead of UTC; a WeRun day begins at midnight there."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What the values of one payload are drawn from."""

    app_id: str
    timestamp: int
    random: Random

    def filled(self, template: Any) -> Any:
        """Return a template with its places filled."""
        if isinstance(template, dict):
            return {name: self.filled(value) for name, value in template.items()}
        if isinstance(template, list):
            return [self.filled(item) for item in template]
        if not isinstance(template, str):
            return template
        if template.startswith("$"):
            return self._value(template[1:])
        return PLACE.sub(self._drawn, template)

    def _value(self, name: str) -> Any:
        if name in ("app_id", "timestamp"):
            return getattr(self, name)
        if name == "steps":
            return self._steps()
        value = assets.table("payload_kinds")["values"][name]
        return self.filled(self.random.choice(value) if isinstance(value, list) else value)

    def _drawn(self, place: re.Match[str]) -> str:
        if place[1] is None:
            return str(self.random.randint(int(place[3]), int(place[4])))
        return "".join(self.random.choices(ALPHABETS[place[1]], k=int(place[2])))

    def _steps(self) -> list[dict[str, int]]:
        midnight = (self.timestamp + CHINA) // DAY * DAY - CHINA
        days = range(midnight - 30 * DAY, midnight + DAY, DAY)
        return [{"timestamp": day, "step": self.random.randint(0, 20_000)} for day in days]


def sample_payload(kind: str, app_id: str, timestamp: int, random: Random) -> Any:
    """Return an invented payload: a JSON value, or the text of a kind that is text.

    Raises:
        KeyError: there is no such kind, or it cannot be minted.
    """
    template = kinds()[kind].template
    if template is None:
        raise KeyError(kind)
    return Draw(app_id, timestamp, random).filled(template)


def draw_app_id(random: Random) -> str:
    """Return an invented app id: `wx` and 16 hexadecimal digits."""
    return "wx" + "".join(random.choices(ALPHABETS["hex"], k=16))

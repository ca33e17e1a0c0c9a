"""The QR code as a value, and what can go wrong on the way to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

Level = Literal["L", "M", "Q", "H"]

LEVELS: Final[tuple[Level, ...]] = ("L", "M", "Q", "H")
"""Error correction, weakest first: about 7, 15, 25 and 30 % of the code may be corrupt."""

QUIET_ZONE: Final = 4
"""White modules on every side (ISO/IEC 18004); phones miss codes without them."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A text as black and white modules, without the quiet zone."""

    text: str
    matrix: tuple[bytes, ...] = field(repr=False)
    """Rows from the top; byte 1 is a black module, 0 a white one."""
    version: int
    """1 to 40; a code has `17 + 4 * version` modules a side."""
    level: Level
    bytes_used: int
    """Length of the text in UTF-8."""
    capacity: int
    """Bytes that a code of this version and level can hold."""

    @property
    def modules(self) -> int:
        """Modules a side, without the quiet zone."""
        return len(self.matrix)

    @property
    def side(self) -> int:
        """Modules a side, with the quiet zone."""
        return self.modules + 2 * QUIET_ZONE


class QrError(ValueError):
    """No code can be drawn."""


class Empty(QrError):
    """There is no text; the symbol of an empty text is read by no scanner."""


class NotEncodable(QrError):
    """The text holds half of a surrogate pair, which has no UTF-8 form."""


class TooLong(QrError):
    """The text needs more bytes than the largest code of the level holds."""

    def __init__(self, used: int, capacity: int) -> None:
        super().__init__(f"{used} bytes, at most {capacity} fit")
        self.bytes = used
        self.capacity = capacity


class TooSmall(QrError):
    """The picture has fewer pixels a side than the code has modules with its quiet zone."""

    def __init__(self, size: int, smallest: int) -> None:
        super().__init__(f"{size} pixels, at least {smallest} are needed")
        self.size = size
        self.smallest = smallest

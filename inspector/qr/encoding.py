"""Text -> QrCode. The only door to `qrcode`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from inspector.qr.qr_code import LEVELS, Empty, Level, NotEncodable, QrCode, TooLong

BIT_PATTERNS: Final[dict[Level, Literal[0, 1, 2, 3]]] = {"L": 1, "M": 0, "Q": 3, "H": 2}
"""The levels as the standard writes them into a code; mind that they are not in order."""
VERSIONS: Final = range(1, 41)
BYTE_MODE: Final = 4
"""As the standard writes it into a code; the other modes know no lower-case letters."""


def encode(text: str, error_correction: Literal["auto", "L", "M", "Q", "H"] = "auto") -> QrCode:
    """Return the smallest code that holds the text, as UTF-8 in byte mode.

    `auto` takes the version that level M needs (L where only L can hold the text) and then
    the strongest level that fits the same version: better correction at no larger code.

    Raises:
        Empty, NotEncodable, TooLong: no code can be drawn.
    """
    data = _bytes(text)
    base: Level = error_correction if error_correction != "auto" else _auto_base(len(data))
    version = _smallest_version(len(data), base)
    level = base if error_correction != "auto" else _strongest(len(data), version)
    return QrCode(
        text=text,
        matrix=_matrix(data, version, level),
        version=version,
        level=level,
        bytes_used=len(data),
        capacity=capacity(version, level),
    )


def capacity(version: int, level: Level) -> int:
    """Return how many bytes a code of this version (1 to 40) and level holds in byte mode."""
    from qrcode.util import BIT_LIMIT_TABLE

    limits: Sequence[int] = BIT_LIMIT_TABLE[BIT_PATTERNS[level]]
    mode_and_count = 4 + (8 if version < 10 else 16)
    return (limits[version] - mode_and_count) // 8


def _bytes(text: str) -> bytes:
    if not text:
        message = "an empty text has no code"
        raise Empty(message)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = "half of a surrogate pair"
        raise NotEncodable(message) from error


def _auto_base(length: int) -> Level:
    """Return M, or L for what only L can hold."""
    return "M" if length <= capacity(VERSIONS[-1], "M") else "L"


def _smallest_version(length: int, level: Level) -> int:
    fitting = (version for version in VERSIONS if capacity(version, level) >= length)
    version = next(fitting, None)
    if version is None:
        raise TooLong(length, capacity(VERSIONS[-1], level))
    return version


def _strongest(length: int, version: int) -> Level:
    return next(level for level in reversed(LEVELS) if capacity(version, level) >= length)


def _matrix(data: bytes, version: int, level: Level) -> tuple[bytes, ...]:
    from qrcode.main import QRCode
    from qrcode.util import QRData

    code = QRCode(version=version, error_correction=BIT_PATTERNS[level], border=0)
    code.add_data(QRData(data, mode=BYTE_MODE, check_data=False))
    code.make(fit=False)
    return tuple(bytes(map(bool, row)) for row in code.get_matrix())

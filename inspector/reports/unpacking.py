"""How far a packed file may swell before no more of it is read."""

from __future__ import annotations

from typing import Final

MOST_TIMES: Final = 200
"""How many times its packed size a file may have, unpacked; tickets themselves hardly shrink."""
LEAST_UNPACKED: Final = 32 * 1024 * 1024
"""Bytes until which nobody asks."""
READ_AHEAD: Final = 128 * 1024
"""Packed bytes that may have been read before the first look at the place."""
READ_AT_ONCE: Final = 65_536
"""Bytes of one read from a pipe, which may give fewer than are asked for."""

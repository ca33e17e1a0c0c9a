"""`inspector` and `python -m inspector`: the window without arguments, the terminal with."""

from __future__ import annotations

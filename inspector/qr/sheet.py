"""Codes -> one page to print: an HTML document that holds everything and loads nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from inspector.qr.qr_code import QrCode
from inspector.qr.svg import to_svg

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
STYLE: Final = """
body { font: 10pt sans-serif; margin: 0; color: #000; background: #fff; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(5cm, 1fr)); gap: 5mm; }
figure { margin: 0; text-align: center; break-inside: avoid; }
figure svg { width: 100%; max-width: 6cm; height: auto; }
figcaption { overflow-wrap: anywhere; }
small { display: block; font: 7pt monospace; color: #444; }
@page { margin: 12mm; }
"""


def to_sheet(codes: Iterable[tuple[str, QrCode]], title: str) -> str:
    """Return a page with each code above its label and its text; what they hold is shown plain."""
    from html import escape  # its table of all entities would be loaded with the window

    figures = "\n".join(_figure(label, code) for label, code in codes)
    return (
        "<!doctype html>\n"
        f'<html><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        f"<style>{STYLE}</style></head>\n<body><main>\n{figures}\n</main></body></html>\n"
    )


def _figure(label: str, code: QrCode) -> str:
    from html import escape

    caption = f"<figcaption>{escape(label)}<small>{escape(code.text)}</small></figcaption>"
    return f"<figure>{to_svg(code).strip()}{caption}</figure>"

"""Links into files: texts, the rows with their links, pictures of codes, a sheet to print."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector.cli.errors import Failure, unwritable
from inspector.cli.terminal import Terminal
from inspector.files import write_atomically

if TYPE_CHECKING:
    from inspector.qr import QrCode
    from inspector.share_paths import Link

Row = Mapping[str, str]
PICTURES: Final = (".svg", ".png")
LINK_COLUMN: Final = "link"
CAUSE_COLUMN: Final = "cause"
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_links(output: Path, links: Sequence[tuple[Link, Row]], terminal: Terminal) -> None:
    """Write links in the form that the file's name asks for.

    Raises:
        Failure: A file cannot be written, or a code would open nothing.
    """
    suffix = output.suffix.lower()
    if suffix in PICTURES:
        _write_pictures(output, links)
    elif suffix == ".html":
        _write(output, _sheet(links, terminal).encode("utf-8"))
    elif suffix == ".csv":
        _write(output, _table(links).encode("utf-8-sig"))
    else:
        text = "".join(f"{link.text}\n" for link, _ in links)
        _write(output, text.encode("utf-8", "backslashreplace"))


def _write_pictures(output: Path, links: Sequence[tuple[Link, Row]]) -> None:
    from inspector.qr import to_png, to_svg
    from inspector.share_paths.rows import file_names

    rows = [row for _, row in links]
    names = file_names(output.name, rows) if any(rows) else [output.name]
    for name, (link, _) in zip(names, links, strict=True):
        code = _code(link)
        picture = to_svg(code).encode() if output.suffix.lower() == ".svg" else to_png(code)
        _write(output.with_name(name), picture)


def _sheet(links: Sequence[tuple[Link, Row]], terminal: Terminal) -> str:
    from inspector.qr import to_sheet

    codes = [(" · ".join(filter(None, row.values())), _code(link)) for link, row in links]
    return to_sheet(codes, terminal.messages.gettext("QR codes"))


def _code(link: Link) -> QrCode:
    from inspector.qr import QrError, encode

    if not link.scannable:
        raise Failure("Scanning a code of this form opens nothing; it is not drawn.")
    try:
        return encode(link.text)
    except QrError as error:
        raise Failure("The text does not fit into a QR code.") from error


def _table(links: Sequence[tuple[Link, Row]]) -> str:
    """Return the rows with their links as CSV; no cell is taken for a formula."""
    names = list(links[0][1]) if links else []
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*names, LINK_COLUMN, CAUSE_COLUMN])
    for link, row in links:
        cells = [*(row[name] for name in names), link.text, link.cause or ""]
        writer.writerow([_plain(cell) for cell in cells])
    return text.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(FORMULA) else cell


def _write(file: Path, content: bytes) -> None:
    try:
        write_atomically(file, content)
    except OSError as error:
        raise unwritable(file, error) from error

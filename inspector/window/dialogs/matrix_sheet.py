"""A sheet of codes: one cell for each value, painted on paper, into PDF or as PNG files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from inspector import qr
from inspector.findings import Finding
from inspector.messages import FindingText
from inspector.qr import QrCode
from inspector.share_paths import Options, render
from inspector.share_paths.matrix import MatrixCell
from inspector.window.code_painting import code_image

DPI: Final = 300
MARGIN_MM: Final = 12
GAP: Final = 0.06
"""Room between cells, as a part of a cell's width."""
CAPTION: Final = 0.24
"""Height of the text below a code, as a part of a cell's width."""
PNG_PIXELS: Final = 1024
BLACK_AND_WHITE: Final = [0xFF000000, 0xFFFFFFFF]
"""Colours in the order in which Qt writes a picture into PDF with one bit a pixel, without loss."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One code with its words, or why there is none."""

    label: str
    text: str
    code: QrCode | None
    problem: str = ""
    """Why there is no code, in words."""


def draw_cells(
    cells: Sequence[MatrixCell],
    target: str,
    options: Options,
    words: Callable[[Finding], FindingText],
    cancelled: Callable[[], bool],
) -> tuple[SheetCell, ...]:
    """Render and encode every cell; what would open nothing says why. Runs on any thread."""
    drawn: list[SheetCell] = []
    for cell in cells:
        if cancelled():
            break
        link = render(cell.share_path, target, options)
        text = link.text
        fault = next((f for f in link.findings if f.code == link.cause), None)
        if fault is not None:
            drawn.append(SheetCell(cell.label, "", None, words(fault).text))
            continue
        try:
            drawn.append(SheetCell(cell.label, text, qr.encode(text)))
        except qr.QrError as error:
            drawn.append(SheetCell(cell.label, text, None, str(error)))
    return tuple(drawn)


def rows_a_page(columns: int, width: float, height: float) -> int:
    """Return how many rows of cells a page of this size holds; at least one."""
    return max(int(height // (width / columns * (1 + CAPTION))), 1)


def page_count(cells: int, columns: int, width: float, height: float) -> int:
    """Return how many pages the cells fill."""
    return -(-cells // (columns * rows_a_page(columns, width, height)))


def paint_page(
    painter: QPainter, page: QRectF, cells: Sequence[SheetCell], columns: int, number: int
) -> None:
    """Paint one page of the sheet, the first being number 0."""
    cell_width = page.width() / columns
    cell_height = cell_width * (1 + CAPTION)
    count = columns * rows_a_page(columns, page.width(), page.height())
    for place, cell in enumerate(cells[number * count : (number + 1) * count]):
        row, column = divmod(place, columns)
        left, top = page.x() + column * cell_width, page.y() + row * cell_height
        _paint_cell(painter, QRectF(left, top, cell_width, cell_height), cell)


def pdf(cells: Sequence[SheetCell], columns: int, title: str) -> bytes:
    """Return the sheet as PDF on A4. Runs on any thread."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator("Share Ticket Inspector")
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(layout)
    page = QRectF(0, 0, writer.width(), writer.height())
    painter = QPainter(writer)
    for number in range(page_count(len(cells), columns, page.width(), page.height())):
        if number:
            writer.newPage()
        paint_page(painter, page, cells, columns, number)
    painter.end()
    return bytes(content.data().data())


def pdf_files(
    draw: Callable[[], Sequence[SheetCell]], files: Sequence[Path], columns: int, title: str
) -> Iterator[tuple[Path, bytes]]:
    """Give the sheet as PDF for each of the files chosen."""
    cells = draw()
    if not cells:
        return
    content = pdf(cells, columns, title)
    for file in files:
        yield file, content


def picture_files(
    draw: Callable[[], Sequence[SheetCell]], folders: Sequence[Path]
) -> Iterator[tuple[Path, bytes]]:
    """Give one PNG for each code and folder."""
    for name, picture in pictures(draw()):
        for folder in folders:
            yield folder / name, picture


def pictures(cells: Sequence[SheetCell]) -> Iterator[tuple[str, bytes]]:
    """Give one PNG for each code, with its file's name made of number and label."""
    for number, cell in enumerate(cells, start=1):
        if cell.code is not None:
            name = f"{number:03} {_file_name(cell.label)}.png"
            yield name, qr.to_png(cell.code, max(PNG_PIXELS, cell.code.side))


def _paint_cell(painter: QPainter, place: QRectF, cell: SheetCell) -> None:
    gap = place.width() * GAP
    side = place.width() - 2 * gap
    square = QRectF(place.x() + gap, place.y() + gap, side, side)
    if cell.code is not None:
        _paint_code(painter, square, cell.code)
    else:
        _write(painter, square, cell.problem, side * 0.06, Qt.AlignmentFlag.AlignCenter)
    caption = place.width() * CAPTION - gap
    top = QRectF(square.x(), square.bottom(), side, caption * 0.36)
    below = QRectF(square.x(), top.bottom(), side, caption * 0.6)
    _write(painter, top, cell.label, caption * 0.28, Qt.AlignmentFlag.AlignHCenter)
    _write(painter, below, cell.text, caption * 0.15, Qt.AlignmentFlag.AlignHCenter)


def _paint_code(painter: QPainter, square: QRectF, code: QrCode) -> None:
    """Paint a code of which a module is a whole number of the paper's dots, and begins on one.

    It is painted as a picture with the device's own pixels, black or white: as one path it is
    hundreds of rectangles in PDF, and a page of them is packed at one go, which keeps Python's
    lock for a tenth of a second.
    """
    module = square.width() // code.side or square.width() / code.side
    rest = (square.width() - module * code.side) / 2
    corner = QPointF(round(square.x() + rest), round(square.y() + rest))
    dots = max(int(module * painter.deviceTransform().m11()), 1)
    image = code_image(code, dots).convertToFormat(QImage.Format.Format_Mono, BLACK_AND_WHITE)
    painter.drawImage(QRectF(corner, QSizeF(module, module) * code.side), image)


def _write(
    painter: QPainter, place: QRectF, text: str, size: float, alignment: Qt.AlignmentFlag
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(int(size), 1))
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    flags = int(alignment) | int(Qt.TextFlag.TextWrapAnywhere)
    painter.drawText(place, flags, text)


def _file_name(label: str) -> str:
    """Return a label as part of a file name that every system takes."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", label).strip(" .")[:80] or "code"

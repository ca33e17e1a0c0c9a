"""`inspector qr`: draws a QR code."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector.cli.errors import Failure, WrongUsage, unwritable
from inspector.cli.inputs import STDIN, read_text
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.qr import QrCode

SUMMARY = "Draw a text as a QR code, in the terminal or into a picture."
PICTURES: Final = (".svg", ".png")


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _ = messages.gettext
    parser.add_argument("text", metavar="TEXT", help=_("what the code says; - reads it from stdin"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write a picture, .svg or .png, instead of drawing in the terminal"),
    )


def run(options: Namespace, terminal: Terminal) -> Status:
    """Draw the code."""
    output: Path | None = options.output
    if output is not None and output.suffix.lower() not in PICTURES:
        raise WrongUsage("A code is written as .svg or .png, not as {file}", file=output)
    text = read_text(STDIN, terminal).rstrip("\r\n") if options.text == STDIN else options.text
    code = _encoded(text)
    if output is None:
        from inspector.qr import to_terminal

        terminal.print_styled(
            to_terminal(code, colour=terminal.colourful(terminal.stdout)).rstrip("\n")
        )
    else:
        _save(code, output)
    return Status.WELL


def _encoded(text: str) -> QrCode:
    from inspector.qr import Empty, NotEncodable, TooLong, encode

    try:
        return encode(text)
    except Empty as error:
        raise Failure("An empty text has no code.") from error
    except NotEncodable as error:
        raise Failure("The text holds half a character and has no code.") from error
    except TooLong as error:
        raise Failure(
            "The text has {bytes} bytes; a QR code holds at most {capacity}.",
            bytes=error.bytes,
            capacity=error.capacity,
        ) from error


def _save(code: QrCode, file: Path) -> None:
    from inspector.files import write_atomically
    from inspector.qr import to_png, to_svg

    svg = file.suffix.lower() == ".svg"
    picture = to_svg(code).encode() if svg else to_png(code)
    try:
        write_atomically(file, picture)
    except OSError as error:
        raise unwritable(file, error) from error

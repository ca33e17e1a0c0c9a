"""`inspector qr`: draws a QR code, or reads those of a picture."""

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

SUMMARY = "Draw a text as a QR code, in the terminal or into a picture; or read a picture's codes."
PICTURES: Final = (".svg", ".png")
LEVELS: Final = ("L", "M", "Q", "H")
LARGEST: Final = 20_000


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _ = messages.gettext
    parser.add_argument(
        "text", metavar="TEXT", nargs="?", help=_("what the code says; - reads it from stdin")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write a picture, .svg or .png, instead of drawing in the terminal"),
    )
    parser.add_argument(
        "--size", metavar="PX", type=int, help=_("pixels a side, quiet zone included")
    )
    parser.add_argument(
        "--level",
        metavar="L|M|Q|H",
        type=str.upper,
        choices=LEVELS,
        help=_("error correction; without it the strongest that makes the code no larger"),
    )
    parser.add_argument(
        "--read",
        metavar="PICTURE",
        type=Path,
        help=_("print what the codes of a picture say, one a line, instead of drawing"),
    )


def run(options: Namespace, terminal: Terminal) -> Status:
    """Draw or read."""
    if options.read is not None:
        return _read(options.read, terminal)
    if options.text is None:
        raise WrongUsage("Missing: {names}", names="TEXT")
    output: Path | None = options.output
    if output is not None and output.suffix.lower() not in PICTURES:
        raise WrongUsage("A code is written as .svg or .png, not as {file}", file=output)
    if options.size is not None and (output is None or not 0 < options.size <= LARGEST):
        raise WrongUsage("--size is the pixels of a picture: with -o, 1 to {most}", most=LARGEST)
    text = read_text(STDIN, terminal).rstrip("\r\n") if options.text == STDIN else options.text
    code = _encoded(text, options.level)
    if output is None:
        from inspector.qr import to_terminal

        terminal.print_styled(
            to_terminal(code, colour=terminal.colourful(terminal.stdout)).rstrip("\n")
        )
    else:
        _save(code, output, options.size)
    return Status.WELL


def _read(file: Path, terminal: Terminal) -> Status:
    """Print what the codes of a picture say; Qt, which decodes pictures, is loaded only here."""
    from inspector.code_pictures.codes import read_codes
    from inspector.code_pictures.loading import frames

    try:
        with file.open("rb"):
            pass
    except (OSError, ValueError) as error:
        from inspector.cli.errors import unreadable

        raise unreadable(file, error) from error
    texts: dict[str, None] = {}
    is_picture = False
    for frame in frames(file):
        is_picture = True
        texts.update(dict.fromkeys(code.text for code in read_codes(frame)))
    if not is_picture:
        raise Failure("{file} is not a picture that can be read.", file=file)
    if not texts:
        raise Failure("No QR code was found in {file}.", file=file)
    for text in texts:
        terminal.print(text)
    return Status.WELL


def _encoded(text: str, level: str | None) -> QrCode:
    from inspector.qr import LEVELS, Empty, NotEncodable, TooLong, encode

    chosen = next((known for known in LEVELS if known == level), None)
    try:
        return encode(text, chosen or "auto")
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


def _save(code: QrCode, file: Path, size: int | None) -> None:
    from inspector.files import write_atomically
    from inspector.qr import TooSmall, to_png, to_svg

    svg = file.suffix.lower() == ".svg"
    try:
        write_atomically(file, to_svg(code, size=size).encode() if svg else to_png(code, size))
    except TooSmall as error:
        raise Failure(
            "The code needs at least {smallest} pixels a side.", smallest=error.smallest
        ) from error
    except OSError as error:
        raise unwritable(file, error) from error

"""What `argparse` says of wrong arguments, in the user's language."""

from __future__ import annotations

import re
from typing import Final

from inspector.messages import Messages

SENTENCES: Final = {
    r"the following arguments are required: (?P<names>.+)": "Missing: {names}",
    r"unrecognized arguments: (?P<names>.+)": "Unknown: {names}",
    r"argument (?:COMMAND|命令): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)": (
        "There is no command and no file {value}. Commands: {choices}"
    ),
    r"argument (?P<name>[^:]+): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)": (
        "{name} cannot be {value}. Choose from: {choices}"
    ),
    r"argument (?P<name>[^:]+): expected .*": "{name} needs a value.",
    r"argument (?P<name>[^:]+): (?P<problem>.+)": "{name}: {problem}",
}
"""Pattern of a message of `argparse` -> our sentence for it; the first that fits is taken."""


def worded(message: str, messages: Messages) -> str:
    """Return a message of `argparse` in our words, or as it is where we have none."""
    for pattern, sentence in SENTENCES.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return messages.gettext(sentence).format_map(found.groupdict())
    return message

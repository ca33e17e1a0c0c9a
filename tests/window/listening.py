"""Listens to the desktop as a screen reader does; runs under the system's Python, which has AT-SPI.

Started by `test_screen_reader.py` inside a session bus and a display of its own, with the command
of a window. Prints what was announced, and the names of what can be found in the window, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import gi  # type: ignore[import-not-found, unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found, unused-ignore] # noqa: E402

SECONDS = 15


def names(node: Any, found: dict[str, str]) -> dict[str, str]:
    """Collect the accessible names by the widgets' own ids."""
    identity = node.get_accessible_id()
    if identity:
        found[identity.rpartition(".")[2]] = node.get_name()
    for number in range(min(node.get_child_count(), 200)):
        child = node.get_child_at_index(number)
        if child is not None:
            names(child, found)
    return found


def main(command: list[str], last_word: str) -> None:
    """Run a window, and listen until it has said what is waited for."""
    heard: list[str] = []
    seen: dict[str, str] = {}

    def listen(event: Any) -> None:
        heard.append(str(event.any_data))
        if last_word in heard[-1]:
            seen.update(names(event.source.get_application(), {}))
            Atspi.event_quit()

    def give_up() -> bool:
        Atspi.event_quit()
        return False

    Atspi.init()
    listener = Atspi.EventListener.new(listen)
    listener.register("object:announcement")
    GLib.timeout_add_seconds(SECONDS, give_up)
    program = subprocess.Popen(command)
    Atspi.event_main()
    program.terminate()
    program.wait()
    print(json.dumps({"heard": heard, "seen": seen}))


if __name__ == "__main__":
    main(sys.argv[2:], sys.argv[1])

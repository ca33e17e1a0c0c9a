"""A disk that fails, or a program that is killed, at a chosen step of `inspector.files`."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO, Final
from unittest import mock

from inspector import files

KILL: Final = 0
"""Stands for the number of an error: the program ends at this step."""
STEPS: Final = ("open", "write", "fchmod", "fsync", "link", "replace")
"""What the writer does, in order; `link` only where files without a name are known."""


def strike(number: int) -> None:
    """Fail as the system does, or end at once."""
    if number == KILL:
        os.kill(os.getpid(), signal.SIGKILL)
    raise OSError(number, os.strerror(number))


@contextmanager
def fault_at(step: str, number: int) -> Iterator[Callable[[], int]]:
    """Let one step of every write fail; gives a function that counts how often it did.

    Only `inspector.files` meets it: everything else uses the disk as it is.
    """
    struck: list[str] = []

    def fail(*_: Any, **__: Any) -> Any:
        struck.append(step)
        strike(number)

    class Broken(io.FileIO):
        def write(self, _: Any) -> int:
            fail()
            return 0

    def broken(handle: int, _: str) -> BinaryIO:
        return io.BufferedRandom(Broken(handle, "r+"))

    replaced: dict[str, Any] = {"fdopen": broken} if step == "write" else {step: fail}
    system = SimpleNamespace(**{**vars(os), **replaced})
    with mock.patch.object(files, "os", system):
        if step == "replace":
            with mock.patch.object(Path, "replace", fail):
                yield lambda: len(struck)
        else:
            yield lambda: len(struck)


def main(step: str, file: str) -> None:
    """Write a file and be killed at a step."""
    with fault_at(step, KILL):
        files.write_atomically(Path(file), b"new" * 100_000, secret=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

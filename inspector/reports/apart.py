"""Runs a generator in a process of its own, which can be ended and may not take all memory.

Workbooks are read so: a small file can unfold to more than any machine has, and the library
that reads it then ends the whole process.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from inspector.reports.processes import Child

T = TypeVar("T")
MOST_MEMORY: Final = 3 * 1024**3
"""Bytes of address space that such a process may take."""
ASKED: Final = 0.1
"""Seconds between two looks at whether the caller gave up."""


class Ended(RuntimeError):
    """The process came to an end in the middle of its work: it took too much memory."""


def iterate_apart(
    function: Callable[..., Iterator[T]],
    *args: object,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[T]:
    """Give what a generator gives that runs in another process.

    Function and arguments must be picklable. When this iterator is closed, or `cancelled` says
    so, the process is ended.

    Raises:
        Ended: The process is gone before the generator's end.
        Exception: What the generator raises.
    """
    child = Child(_send, function, args)
    try:
        while cancelled is None or not cancelled():
            if not child.connection.poll(ASKED):
                continue
            try:
                kind, value = child.connection.recv()
            except (EOFError, OSError) as error:
                raise Ended from error
            if kind == "end":
                return
            if kind == "error":
                raise value
            yield value
    finally:
        child.close()


def _send(
    connection: Connection[Any, Any], function: Callable[..., Iterator[T]], args: tuple[object, ...]
) -> None:
    """Run the generator and send what it gives; the pipe holds it up until it is taken."""
    _limit()
    try:
        for value in function(*args):
            connection.send(("item", value))
    except MemoryError:
        os._exit(1)
    except Exception as error:  # noqa: BLE001  (raised on the other side)
        connection.send(("error", error))
    else:
        connection.send(("end", None))


def _limit() -> None:
    """Bound the memory, and keep what a library writes as it dies off the terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

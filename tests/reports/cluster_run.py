"""What the cluster's tests do in a process of its own: Dask's client leaves threads and sockets.

`python -m tests.reports.cluster_run wait ADDRESS COUNT`, or `run ADDRESS FILE KEY [PID]`, which
writes the lines of a run and kills a process after its first batches.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from inspector.reports import Crew, Engine, JsonLine, JudgeOptions, KnownKey, Run
from inspector.reports.cluster import cluster


def never() -> bool:
    return False


def lines(crew: Crew, file: Path, key: str, kill: int | None = None) -> list[str]:
    """Return the lines of a run; a process is killed after the first batches, if one is named."""
    engine = Engine(crew, JudgeOptions(1_800_000_000), JsonLine(), [KnownKey(key, "k", 2)])
    made: list[str] = []
    for part in Run([file]).parts(engine, lambda batches: batches, never):
        made += [line.decode() for line in part.made]
        if kill is not None:
            os.kill(kill, signal.SIGKILL)
            kill = None
    return made


def wait(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)


def main(act: str, address: str, *arguments: str) -> None:
    if act == "wait":
        wait(address, int(arguments[0]))
        return
    file, key, *kill = arguments
    with cluster(address, never) as crew:
        made = lines(crew, Path(file), key, int(kill[0]) if kill else None)
        sys.stdout.write("\n".join([str(crew.size), *made]))


if __name__ == "__main__":
    main(*sys.argv[1:])

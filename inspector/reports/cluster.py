"""An existing Dask cluster as the place where the work is done; `dask[distributed]` is an extra."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from inspector.reports.crew import Crew
from inspector.reports.errors import ClusterIdle, ClusterMissing, ClusterSilent

SECONDS: Final = 10
"""How long a cluster has to answer."""


@contextmanager
def cluster(address: str, cancelled: Callable[[], bool]) -> Iterator[Crew]:
    """Give the crew that is a cluster, at an address such as `tcp://host:8786`.

    Its workers need this program, of the same version. When one of them is lost, the cluster
    does its work again elsewhere.

    Raises:
        ClusterMissing: The extra is not installed.
        ClusterSilent: The cluster does not answer.
        ClusterIdle: It has no workers.
    """
    from inspector.startup import pip_command

    try:
        from distributed import Client
    except ImportError as error:
        command = pip_command("'share-ticket-inspector[cluster]'")
        raise ClusterMissing(command) from error
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterSilent(address) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterIdle(address)
        with (
            client.get_executor(pure=False) as executor,
            Crew(threads, executor, cancelled) as crew,
        ):
            yield crew

"""Many inputs by a Dask cluster: one that stands already, or one that is started on this machine (`local`).

Workers are made ready once, and told apart by what decides the papers' looks: where program, libraries or fonts are not
this machine's, its papers would not have the same bytes. Dask itself replaces workers that die or grow too large, tries
their inputs again, and gives up on one that has killed several.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from reportgen.batch.task import Done, Task, failed, run, warm
from reportgen.build.sources import tools
from reportgen.problems import Failure, Place, Problem

LOCAL = "local"
NOWHERE = Path("cluster")
"""What problems of the cluster are told of."""
PATIENCE = 10
"""Seconds that a scheduler has to answer."""
DEATHS = 2
"""Workers that may die of an input before the next one is its last."""
MEMORY = "1.5GiB"
"""What a worker on this machine may have before it is replaced: twelve pages take some 130 MiB, the longest papers
that were tried 730 MiB."""


def on_cluster(tasks: Sequence[Task], address: str, jobs: int) -> Generator[Done | Problem | Failure, None, None]:
    """What comes of each task, as it comes, and what is to be told of the cluster; a failure where there is none to
    work with.

    `address` is a scheduler's (`tcp://10.0.0.5:8786`), or `local` for `jobs` workers on this machine.
    """
    with ExitStack() as opened:
        client = _client(opened, address, jobs)
        if isinstance(client, Failure):
            yield client
            return
        yield from _differing(client)
        yield from _results({client.submit(run, task, pure=False): task for task in tasks})


def _results(futures: dict[Any, Task]) -> Iterator[Done]:
    from distributed import as_completed

    for future in as_completed(futures, raise_errors=False):
        task = futures.pop(future)
        yield _done(future, task)
        future.release()


def _done(future: Any, task: Task) -> Done:
    from distributed import KilledWorker

    try:
        if future.status == "finished":
            done: Done = future.result()
            return done
        error = future.exception() if future.status == "error" else None
    except (OSError, CancelledError):  # the scheduler died before what came of it was fetched
        error = None
    if error is None:
        return failed(task, "B920", "")
    if isinstance(error, KilledWorker):
        return failed(task, "B918", type(error).__name__, DEATHS + 1)
    return failed(task, "B913", f"{type(error).__name__}: {error}")


def _differing(client: Any) -> Iterator[Problem]:
    own = tools()
    others = sorted(worker for worker, theirs in client.run(tools).items() if theirs != own)
    if others:
        yield Problem("M910", Place(NOWHERE), {"workers": ", ".join(others)})


def _client(opened: ExitStack, address: str, jobs: int) -> Any | Failure:
    """A client of the cluster, with workers that are ready; it is closed with `opened`, and so is what was started."""
    try:
        import dask

        quiet = dict.fromkeys(("distributed", "distributed.client", "tornado", "tornado.application"), "critical")
        dask.config.set({"logging": quiet, "distributed.scheduler.allowed-failures": DEATHS})
        from distributed import Client, LocalCluster
    except ImportError as error:
        return Failure.of(Problem("M909", Place(NOWHERE), {"reason": str(error)}))
    try:
        where = opened.enter_context(_local(LocalCluster, jobs)) if address == LOCAL else address
        client = opened.enter_context(Client(where, timeout=PATIENCE))
        client.wait_for_workers(1, timeout=PATIENCE)
        client.register_plugin(_warmed())
    except (OSError, TimeoutError, ValueError) as error:
        reason = next(iter(str(error).splitlines()), "") or type(error).__name__
        return Failure.of(Problem("M908", Place(NOWHERE), {"address": address, "reason": reason}))
    return client


def _local(cluster: Any, jobs: int) -> Any:
    """Workers on this machine, which nobody else reaches."""
    return cluster(
        n_workers=jobs,
        threads_per_worker=1,
        memory_limit=MEMORY,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    )


def _warmed() -> Any:
    """What makes a worker ready: engine, fonts and templates are loaded before the first input comes."""
    from distributed import WorkerPlugin

    class Warmed(WorkerPlugin):  # type: ignore[misc]
        name = "reportgen"

        def setup(self, worker: Any) -> None:
            warm()

    return Warmed()

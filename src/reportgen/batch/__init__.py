"""Many inputs at once: by processes of this machine (`pool`) or by a Dask cluster (`cluster`), from folders or from any
address that fsspec knows (`places`), with a report of what it took (`report`).

In: tasks. Out: what came of each, as it comes. A worker that dies is replaced and its input tried again; an input that
kills its workers is set aside.
"""

from reportgen.batch.pool import in_processes
from reportgen.batch.task import Done, Task, run

__all__ = ["Done", "Task", "in_processes", "run"]

"""Starts a command and tells its wall time in s and its peak memory in MiB, as JSON: `small.py COMMAND…`.

It imports next to nothing, since a process that is started counts its parent's memory as its own until it is another
program.
"""

import os
import sys
import time

nowhere = os.open(os.devnull, os.O_RDWR)
start = time.perf_counter()
child = os.posix_spawnp(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)],
)
_, status, usage = os.wait4(child, 0)
print(f"[{time.perf_counter() - start}, {usage.ru_maxrss / 1024}]")
sys.exit(0 if status == 0 else 1)

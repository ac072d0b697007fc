"""Timing: the best of several runs, since everything else on a machine only ever adds to a run."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import frozen


@frozen
class Measured:
    """How long one contender took for so many lines, at best."""

    name: str
    lines: int
    seconds: float
    note: str = ""

    @property
    def microseconds(self) -> float:
        """Time for one line."""
        return self.seconds / self.lines * 1e6


def best(run: Callable[[], Any], rounds: int) -> float:
    """Return the shortest time of several runs, in seconds."""
    shortest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def peak_gib() -> float:
    """Return the most memory that this process has held so far.

    Linux carries the peak of the parent over into a new process in ``ru_maxrss``, so its own account is read there.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return float(line.split()[1]) / 2**20
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(used) / (2**30 if sys.platform == "darwin" else 2**20)


def in_a_process(*arguments: str) -> list[float]:
    """Run a part of the benchmark in a process of its own, whose memory is its own; return the numbers that it prints."""
    command = [sys.executable, "-m", "benchmarks.parquet", *arguments]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own module
    return [float(word) for word in answer.stdout.split()]

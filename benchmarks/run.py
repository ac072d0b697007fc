"""One command, one table: koubo beside named peers on the same lines, in one run.

    python benchmarks/run.py                 200, 10,000 and 1,000,000 lines
    python benchmarks/run.py --lines 10000000 --parquet    the lazy path from a Parquet file, with its peak memory

Ratios are to Polars by hand on the same lines. A peer that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import peers
import polars as pl
from lines import make_lines
from rich.console import Console
from rich.progress import track
from rich.table import Table

import koubo

_LOOPS = {  # peers that go line by line: name → (module, function, most lines that they are asked for)
    "plain Python": ("sys", peers.plain_python, 1_000_000),
    "zen-engine": ("zen", peers.zen_engine, 10_000),
    "clipspy": ("clips", peers.clipspy, 10_000),
    "rule-engine": ("rule_engine", peers.rule_engine, 10_000),
    "business-rules": ("business_rules", peers.business_rules, 10_000),
    "durable-rules, raw": ("durable", peers.durable_rules, 200),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, nargs="*", default=[200, 10_000, 1_000_000])
    parser.add_argument("--parquet", action="store_true", help="only the lazy path from a Parquet file")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker is not None:
        _worker(asked.worker)
    elif asked.parquet:
        for number in asked.lines:
            _parquet(number)
    else:
        for number in asked.lines:
            _table(number)


def _table(number: int) -> None:
    frame = make_lines(number)
    rows = frame.to_dicts() if number <= 1_000_000 else []
    cases: dict[str, Callable[[], object]] = {
        "Polars by hand": peers.polars_by_hand(frame),
        "NumPy by hand": peers.numpy_by_hand(frame),
        "koubo on Polars": lambda: koubo.audit_frame(frame),
        "koubo on Polars, lazy": lambda: koubo.audit_frame(frame.lazy()).collect(),
    }
    pandas = frame.to_pandas()
    cases["koubo on pandas"] = lambda: koubo.audit_frame(pandas)
    if importlib.util.find_spec("duckdb") is not None:
        import duckdb

        table = frame.to_arrow()
        cases["koubo on DuckDB"] = lambda: koubo.audit_frame(duckdb.from_arrow(table)).fetchall()
    if number <= 1_000:
        budget = _budget(frame)
        cases["koubo audit_budget, direct"] = lambda: koubo.audit_budget(budget, run_with="direct")
        cases["koubo audit_budget, rete"] = lambda: koubo.audit_budget(budget, run_with="rete")
    missing = []
    for name, (module, make, most) in _LOOPS.items():
        if importlib.util.find_spec(module) is None:
            missing.append(name)
        elif number <= most:
            cases[name] = make(rows)
    console = Console(width=100)
    times = {
        name: _best(run)
        for name, run in track(
            cases.items(), description=f"{number:,} lines", console=Console(stderr=True), transient=True
        )
    }
    limit = times["Polars by hand"]
    table_ = Table(title=f"{number:,} lines", title_justify="left")
    for head in ("", "ms", "lines a second", "times Polars by hand"):
        table_.add_column(head, justify="left" if not head else "right")
    for name, seconds in sorted(times.items(), key=lambda one: one[1]):
        table_.add_row(name, f"{seconds * 1e3:,.1f}", f"{number / seconds:,.0f}", f"{seconds / limit:,.1f}")
    console.print(table_)
    if missing:
        console.print("not installed: " + ", ".join(missing))


def _best(run: Callable[[], object]) -> float:
    """Return the best of some runs, in seconds; the first one warms up."""
    run()
    best, spent = float("inf"), 0.0
    for _ in range(5):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
        spent += time.perf_counter() - start
        if spent > 10:
            break
    return best


def _budget(frame: pl.DataFrame) -> koubo.Budget:
    lines = [{name: value for name, value in row.items() if value is not None} for row in frame.to_dicts()]
    loaded = koubo.load({"budget": {"lines": lines}})
    if not isinstance(loaded, koubo.Budget):
        raise TypeError("the lines are no budget")
    return loaded


def _parquet(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lines.parquet"
        make_lines(number).write_parquet(file)
        start = time.perf_counter()
        told = subprocess.run(  # noqa: S603  # this very script, in a process of its own so that its memory is its own
            [sys.executable, __file__, "--worker", str(file)], check=True, capture_output=True, text=True
        )
        seconds = time.perf_counter() - start
    print(
        f"{number:,} lines from Parquet to Parquet, lazy: {seconds:,.1f} s, {number / seconds:,.0f} lines a second, {told.stdout.strip()}"
    )


def _worker(file: Path) -> None:
    koubo.audit_frame(pl.scan_parquet(file)).sink_parquet(file.with_suffix(".audited.parquet"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MiB")


if __name__ == "__main__":
    main()

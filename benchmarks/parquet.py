"""Lines in a Parquet file, audited lazily: run as a process of its own, prints seconds and peak memory in GiB."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from benchmarks.lines import make_lines
from benchmarks.measuring import peak_gib
from benchmarks.norms import CONTRACT
from koubo.frames import audit_frame, audit_totals

_PART = 250_000


def write(path: Path, number: int) -> None:
    """Write so many lines to a file, part by part."""
    writer: pq.ParquetWriter | None = None
    for start in range(0, number, _PART):
        part = make_lines(min(_PART, number - start), seed=start).to_arrow()
        writer = writer or pq.ParquetWriter(path, part.schema)
        writer.write_table(part)
    if writer is not None:
        writer.close()


def main(task: str, source: str, target: str) -> None:
    """Copy a file, audit it into another one, or add it up, and print what it took."""
    lines = pl.scan_parquet(source)
    start = time.perf_counter()
    match task:
        case "copy":
            lines.sink_parquet(target)
        case "audit":
            audit_frame(lines, **CONTRACT).sink_parquet(target)
        case "totals":
            audit_totals(lines, by="category", **CONTRACT).sink_parquet(target)
    print(time.perf_counter() - start, peak_gib())


if __name__ == "__main__":
    main(*sys.argv[1:])

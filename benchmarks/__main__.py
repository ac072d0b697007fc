"""``python -m benchmarks``: the same lines and norms on koubo, by hand, and in other rules engines, in one table."""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl
from rich.console import Console
from rich.table import Table

from benchmarks import by_hand, parquet
from benchmarks.engines import ENGINES
from benchmarks.lines import make_lines
from benchmarks.measuring import Measured, best, in_a_process
from benchmarks.norms import CONTRACT, NUMBER, call_base, given_facts, norms, plain_facts
from koubo.audit import audit_budget
from koubo.calls import get_call
from koubo.engine.outcome import Instance
from koubo.frames import audit_frame
from koubo.frames.lines import ADDED
from koubo.judging import judge
from koubo.models.expense import Budget, ExpenseLine

HAND = "Polars by hand"
SMALL = 200


def main() -> None:
    """Run all parts, or those asked for."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--lines", type=int, default=1_000_000, help="lines for the engines that work by columns")
    options.add_argument("--most", type=int, default=10_000_000, help="lines of the largest frame and of the file")
    options.add_argument("--rounds", type=int, default=5, help="runs of each, of which the best counts")
    options.add_argument("--part", choices=["norms", "small", "scale"], action="append", help="only this part")
    chosen = options.parse_args()
    console = Console()
    console.print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores; {_versions()}"
    )
    parts = {
        "norms": lambda: _by_columns(chosen.lines, chosen.rounds),
        "small": lambda: _by_lines(chosen.rounds),
        "scale": lambda: _by_size(chosen.most, chosen.rounds),
    }
    for name in chosen.part or parts:
        console.print(parts[name]())


def _versions() -> str:
    names = ["narwhals", "polars", "pandas", "pyarrow", "duckdb", "durable-rules", "clipspy", "zen-engine"]
    names += ["rule-engine", "business-rules"]
    return ", ".join(f"{name} {version(name)}" for name in names)


def _by_columns(number: int, rounds: int) -> Table:
    """Measure the norms on everything that runs them, one after the other in each round."""
    lines = make_lines(number)
    wanted = by_hand.polars(lines)
    runs: dict[str, tuple[Callable[[], Any], int, str]] = {
        HAND: (lambda: by_hand.polars(lines), number, "verdict, amounts, findings"),
        "NumPy by hand": (_numpy(lines), number, "choices numbered beforehand; findings as numbers"),
    }
    for name, frame in _frames(lines).items():
        assert _same(audit_frame(frame, **CONTRACT), wanted), name
        runs[f"koubo, {name}"] = (_run(frame), number, "")
    for name, (make, most) in ENGINES.items():
        few = lines.head(min(most, number))
        ready, facts = make(norms()), plain_facts(few.to_dicts())
        assert ready(facts) == _broken(wanted.head(len(few))), name
        runs[name] = (lambda ready=ready, facts=facts: ready(facts), len(few), "norms broken only")
    seconds = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, (run, _lines, _note) in runs.items():
            seconds[name] = min(seconds[name], best(run, 1))
    found = [Measured(name, runs[name][1], seconds[name], runs[name][2]) for name in runs]
    return _table(f"{NUMBER} norms on the same lines", found, HAND)


def _frames(lines: pl.DataFrame) -> dict[str, Any]:
    import duckdb  # only where it is measured

    connection = duckdb.connect()
    connection.execute("create table lines as select * from lines")
    return {
        "Polars": lines,
        "PyArrow": lines.to_arrow(),
        "pandas": lines.to_pandas(),
        "DuckDB": connection.table("lines"),
    }


def _run(frame: Any) -> Callable[[], Any]:
    def run() -> Any:
        found = audit_frame(frame, **CONTRACT)
        return found.to_arrow_table() if hasattr(found, "to_arrow_table") else found

    return run


def _numpy(lines: pl.DataFrame) -> Callable[[], Any]:
    facts = by_hand.arrays(lines)
    return lambda: by_hand.numpy(facts)


def _same(found: Any, wanted: pl.DataFrame) -> bool:
    rows = nw.from_native(found)
    rows = rows.collect() if isinstance(rows, nw.LazyFrame) else rows
    mine = pl.DataFrame({name: rows[name].to_list() for name in ("line_id", *ADDED)})
    return mine.sort("line_id").equals(wanted.select("line_id", *ADDED).sort("line_id"))


def _broken(wanted: pl.DataFrame) -> list[set[str]]:
    measured = {norm.id for norm in norms()}
    return [measured & set(text.split(";")) for text in wanted["koubo_findings"]]


def _by_lines(rounds: int) -> Table:
    """Measure koubo's runners for dossiers on a budget of usual size."""
    rows = make_lines(SMALL).to_dicts()
    call, facts = get_call("r7"), plain_facts(rows)
    instances = [Instance("line", f"line{place}", given) for place, given in enumerate(given_facts(rows))]
    budget = Budget(lines=tuple(ExpenseLine(**row) for row in rows), **CONTRACT)
    raw = "durable-rules"
    ready = ENGINES[raw][0](norms())
    rules = len(call_base().base.of("line"))
    runs: dict[str, tuple[Callable[[], Any], str]] = {
        raw: (lambda: ready(facts), f"{NUMBER} norms, those broken only"),
        "koubo, direct runner": (lambda: judge(instances, call, "direct"), f"{rules} rules, unknowns, conclusions"),
        "koubo, audit_budget direct": (lambda: audit_budget(budget, run_with="direct"), "with totals and limits"),
    }
    if importlib.util.find_spec("durable") is not None:
        runs["koubo, rete runner"] = (lambda: judge(instances, call, "rete"), f"{rules} rules, unknowns, conclusions")
        runs["koubo, audit_budget rete"] = (lambda: audit_budget(budget, run_with="rete"), "with totals and limits")
    found = [Measured(name, SMALL, best(run, rounds * 5), note) for name, (run, note) in runs.items()]
    return _table(f"a budget of {SMALL} lines", found, raw)


def _by_size(most: int, rounds: int) -> Table:
    """Measure whether time grows as the number of lines does, and what a file takes."""
    found = list(_eager(most, rounds))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "lines.parquet", Path(folder) / "out.parquet"
        parquet.write(source, most)
        for task, name in (("copy", "copied"), ("audit", "audited"), ("totals", "added up")):
            seconds, memory = in_a_process(task, str(source), str(target))
            found.append(Measured(f"Parquet file, lazily {name}", most, seconds, f"{memory:.2f} GiB at most"))
    return _table("koubo on Polars, by number of lines", found, found[0].name)


def _eager(most: int, rounds: int) -> Iterator[Measured]:
    number = 10_000
    while number <= most:
        lines = make_lines(number)
        runs = max(rounds * 100_000 // number, 2)
        yield Measured(f"{number:,} lines", number, best(lambda: audit_frame(lines, **CONTRACT), runs))  # noqa: B023  # at once
        number *= 10


def _table(title: str, found: list[Measured], unit: str) -> Table:
    one = next(measured for measured in found if measured.name == unit)
    table = Table("", "lines", "ms", "µs a line", f"× {unit}", "", title=title, title_justify="left")
    for measured in found:
        ratio = measured.microseconds / one.microseconds
        table.add_row(
            measured.name,
            f"{measured.lines:,}",
            f"{measured.seconds * 1e3:,.1f}",
            f"{measured.microseconds:,.3f}",
            f"{ratio:,.2f}",
            measured.note,
        )
    return table


if __name__ == "__main__":
    main()

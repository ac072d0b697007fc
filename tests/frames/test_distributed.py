"""Distributed for real: Dask on a local cluster of two processes, Spark in local mode on two partitions."""

from __future__ import annotations

import os
from typing import Any

import pytest
from kinds import KINDS, spark
from random_lines import ADDED, CONTRACT, expected, random_lines

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.frames import audit_frame, audit_totals

CALL = get_call("r7").evolve({"travel.min_one_way_km": 1})


@pytest.fixture(scope="module")
def cluster():
    """Two worker processes of Dask on this machine."""
    distributed = pytest.importorskip("dask.distributed")
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as local, distributed.Client(local) as client:
        yield client


def in_process(part: Any) -> Any:
    """Say in which process a partition is worked on."""
    return part.assign(process=os.getpid())


def test_dask_audits_in_two_processes(cluster):
    rows = random_lines(17, 400)
    frame = KINDS["dask"].make(rows).repartition(npartitions=8)

    audited = audit_frame(frame, call=CALL, **CONTRACT).map_partitions(in_process).compute()

    found = [{name: one[name] for name in ADDED} for one in KINDS["pandas"].lines(audited)]
    assert found == expected(rows, call=CALL, **CONTRACT)
    assert os.getpid() not in set(audited["process"])
    assert len(cluster.scheduler_info()["workers"]) == 2


def test_dask_adds_up_over_two_processes(cluster):
    rows = random_lines(18, 200, mistakes=0)
    frame = KINDS["dask"].make(rows)

    (total,) = KINDS["pandas"].lines(audit_totals(frame, call=CALL, **CONTRACT).compute())

    assert total["allowable_yen"] == sum(one["koubo_allowable_yen"] for one in expected(rows, call=CALL, **CONTRACT))


def test_a_wrong_type_in_dask_is_an_error_before_anything_is_computed():
    frame = KINDS["dask"].make(random_lines(1, 60))

    with pytest.raises(InputError) as caught:
        audit_frame(frame.assign(amount_yen="12", overseas=3))

    assert [mistake.place for mistake in caught.value.mistakes] == ["amount_yen", "overseas"]


def test_spark_audits_partition_by_partition_and_stays_lazy():
    rows = random_lines(19, 60)
    frame = spark().createDataFrame([], KINDS["spark"].make(rows[:1]).schema)
    frame = frame.union(KINDS["spark"].make(rows)).repartition(2)

    audited = audit_frame(frame, stage="settlement", call=CALL, **CONTRACT)

    assert type(audited) is type(frame)
    found = {tuple(row[name] for name in (*rows[0], *ADDED)) for row in audited.collect()}
    wanted = expected(rows, stage="settlement", call=CALL, **CONTRACT)
    assert found == {(*row.values(), *one.values()) for row, one in zip(rows, wanted, strict=True)}

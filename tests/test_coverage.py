"""Every clause of the call is covered by something, or it says who judges it and why no program can."""

from __future__ import annotations

import json
import re

import pytest

import koubo
from koubo.calls import get_call
from koubo.calls.clauses import clauses
from koubo.coverage import CoveredClause, coverage
from koubo.rules.rule import CLAUSE

R7 = get_call("r7")
TABLE = coverage()
ROWS = {row.id: row for row in TABLE.clauses}

every_clause = pytest.mark.parametrize("row", TABLE.clauses, ids=list(ROWS))


@every_clause
def test_a_clause_has_a_rule_a_figure_a_date_a_verb_or_a_reason(row: CoveredClause) -> None:
    assert row.covered or row.clause.reason is not None


@every_clause
def test_a_reason_stands_only_where_nothing_covers_the_clause(row: CoveredClause) -> None:
    assert not (row.covered and row.clause.reason is not None)
    assert not (row.clause.reason is not None and row.clause.rest is not None)


@every_clause
def test_a_clause_that_points_elsewhere_points_to_rules(row: CoveredClause) -> None:
    for other in row.clause.see:
        assert ROWS[other].rules


@every_clause
def test_a_clause_is_numbered_as_the_call_does_and_told_of_in_both_languages(row: CoveredClause) -> None:
    assert CLAUSE.fullmatch(row.id)
    for words in (row.title, row.clause.reason, row.clause.rest):
        if words is not None:
            assert re.search(r"[ぁ-んァ-ヶ一-龠]", words.ja)
            assert not re.search(
                r"[ぁ-んァ-ヶ一-龠]",
                words.en.replace(".イ", "").replace("イ.①", "").replace("ロ.①", "").replace(".ト", ""),
            )


def test_whatever_cites_a_clause_cites_one_of_the_table() -> None:
    assert TABLE.unlisted == ()
    assert TABLE.open == ()


def test_readings_are_of_clauses_of_the_table() -> None:
    assert {clause for reading in R7.readings for clause in reading.clauses} <= ROWS.keys()


def test_the_verbs_named_are_verbs() -> None:
    named = {verb for row in TABLE.clauses for verb in row.clause.verbs}

    assert {verb for verb in named if not callable(getattr(koubo, verb, None))} == set()


def test_all_chapters_that_say_something_are_there_in_order() -> None:
    chapters = list(dict.fromkeys(row.id.partition(".")[0] for row in TABLE.clauses))

    assert chapters == ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "別添1", "別添2", "別添3"]


def test_the_table_is_plain_json() -> None:
    told = json.loads(json.dumps(TABLE.to_dict()))

    assert told["counts"]["clauses"] == len(ROWS) == len(clauses("r7"))
    assert told["counts"]["covered"] + told["counts"]["with_reason"] == told["counts"]["clauses"]
    (assets,) = [row for row in told["clauses"] if row["clause"] == "VI.2.(4)"]
    assert "asset.label.shown" in assets["rules"]
    assert (told["unlisted"], told["findings"]) == ([], [])

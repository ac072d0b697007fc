"""The same norms on named peers: each takes the lines once and gives the number of lines that break a norm."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable
from typing import Any

import polars as pl
from norms import NORMS

Rows = list[dict[str, Any]]
Prepared = Callable[[], int]
_OPERATORS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt}


def polars_by_hand(frame: pl.DataFrame) -> Prepared:
    """One expression for each norm, the id of each that is broken, through Polars' lazy engine."""

    def run() -> int:
        broken = [
            pl.when(pl.all_horizontal([_OPERATORS[op](pl.col(name), value) for name, op, value in tests])).then(
                pl.lit(norm)
            )
            for norm, tests in NORMS
        ]
        told = (
            frame.lazy().with_columns(pl.concat_str(broken, separator=";", ignore_nulls=True).alias("broken")).collect()
        )
        return told.filter(pl.col("broken") != "").height

    return run


def numpy_by_hand(frame: pl.DataFrame) -> Prepared:
    """One boolean array for each norm."""
    import numpy as np

    names = {name for _, tests in NORMS for name, _, _ in tests}
    columns = {name: frame[name].to_numpy() for name in names}

    def run() -> int:
        anything = np.zeros(frame.height, dtype=bool)
        for _, tests in NORMS:
            mask = np.ones(frame.height, dtype=bool)
            for name, op, value in tests:
                mask &= _OPERATORS[op](columns[name], value)
            anything |= mask
        return int(anything.sum())

    return run


def plain_python(rows: Rows) -> Prepared:
    """Generated Python ifs, the fastest that an interpreter can do."""
    broken = " or ".join("(" + " and ".join(f"r[{n!r}] {o} {v!r}" for n, o, v in tests) + ")" for _, tests in NORMS)
    test = eval(f"lambda r: {broken}")  # noqa: S307  # generated from the norms above

    return lambda: sum(1 for row in rows if test(row))


def rule_engine(rows: Rows) -> Prepared:
    """rule-engine: one parsed expression for each norm."""
    from rule_engine import Rule

    def shown(value: object) -> str:
        return json.dumps(value)

    rules = [Rule(" and ".join(f"{n} {o} {shown(v)}" for n, o, v in tests)) for _, tests in NORMS]
    return lambda: sum(1 for row in rows if any(rule.matches(row) for rule in rules))


def business_rules(rows: Rows) -> Prepared:
    """business-rules (Venmo): rules as nested dictionaries over declared variables."""
    from business_rules import run_all
    from business_rules.actions import BaseActions, rule_action
    from business_rules.variables import (
        BaseVariables,
        boolean_rule_variable,
        numeric_rule_variable,
        string_rule_variable,
    )

    kinds = {name: type(value) for _, tests in NORMS for name, _, value in tests}
    wrappers = {str: string_rule_variable, bool: boolean_rule_variable, float: numeric_rule_variable}
    members: dict[str, Any] = {"__init__": lambda self, row: setattr(self, "row", row)}
    for name, kind in kinds.items():
        members[name] = wrappers[kind]()(lambda self, name=name: self.row[name])
    variables = type("Variables", (BaseVariables,), members)

    class Actions(BaseActions):
        found = 0

        @rule_action()
        def tell(self) -> None:
            Actions.found += 1

    def condition(name: str, op: str, value: object) -> dict[str, Any]:
        if isinstance(value, bool):
            return {"name": name, "operator": "is_true" if value else "is_false", "value": True}
        names = {"==": "equal_to", "<": "less_than", "!=": "equal_to"}
        return {"name": name, "operator": names[op], "value": value}

    rules = []
    for _, tests in NORMS:
        alternatives = [[condition(*test) for test in tests]]
        if any(op == "!=" for _, op, _ in tests):  # it knows no "not": the two other values, one rule each
            plain = [condition(*test) for test in tests if test[1] != "!="]
            alternatives = [[*plain, condition("consultation", "==", other)] for other in ("none", "requested")]
        rules += [{"conditions": {"all": one}, "actions": [{"name": "tell", "params": {}}]} for one in alternatives]

    def run() -> int:
        return sum(1 for row in rows if run_all(rules, variables(row), Actions(), stop_on_first_trigger=True))

    return run


def zen_engine(rows: Rows) -> Prepared:
    """zen-engine: its expression language, one compiled expression for each norm."""
    import zen

    def shown(value: object) -> str:
        return json.dumps(value)

    expressions = [
        zen.compile_expression(" and ".join(f"{n} {o} {shown(v)}" for n, o, v in tests)) for _, tests in NORMS
    ]
    names = {name for _, tests in NORMS for name, _, _ in tests}  # it takes no dates, so it is given what it needs
    small = [{name: row[name] for name in names} for row in rows]
    return lambda: sum(1 for row in small if any(one.evaluate(row) for one in expressions))


def clipspy(rows: Rows) -> Prepared:
    """clipspy: CLIPS rules on one deftemplate, all lines asserted and run at once."""
    import clips

    symbols = {True: "TRUE", False: "FALSE"}

    def slot(name: str, op: str, value: object) -> str:
        if op == "<":
            return f"({name} ?{name}&:(< ?{name} {value}))"
        shown = symbols[value] if isinstance(value, bool) else str(value)
        return f"({name} {'~' if op == '!=' else ''}{shown})"

    names = sorted({name for _, tests in NORMS for name, _, _ in tests})

    def run() -> int:
        environment = clips.Environment()
        environment.build("(deftemplate row (slot n) " + " ".join(f"(slot {name})" for name in names) + ")")
        found: set[int] = set()
        environment.define_function(lambda number: found.add(int(number)), "breaks")
        for norm, tests in NORMS:
            slots = " ".join(slot(*test) for test in tests)
            environment.build(f"(defrule {norm.replace('.', '-')} (row (n ?n) {slots}) => (breaks ?n))")
        template = environment.find_template("row")
        for number, row in enumerate(rows):
            values = {name: clips.Symbol(row[name]) if isinstance(row[name], str) else row[name] for name in names}
            template.assert_fact(n=number, **values)
        environment.run()
        return len(found)

    return run


def durable_rules(rows: Rows) -> Prepared:
    """Raw durable-rules: the norms as definitions, all lines asserted in one batch, and a second layer of findings."""
    from durable.engine import Host

    class Quiet(Host):  # type: ignore[misc]
        def _run(self) -> None:
            return

    found: set[int] = set()
    forms = {"!=": "$neq", "<": "$lt"}

    def tell(c: Any) -> None:
        found.add(c.m["n"])
        c.assert_fact({"kind": "finding", "n": c.m["n"], "id": f"f{c.m['n']}.{len(found)}.{c.m['id']}"})

    def pattern(name: str, op: str, value: object) -> dict[str, Any]:
        exact = int(value * 10) if isinstance(value, float) else value
        return {name: exact} if op == "==" else {forms[op]: {name: exact}}

    definition = {
        norm: {"all": [{"m": {"$and": [{"kind": "row"}, *(pattern(*test) for test in tests)]}}], "run": tell}
        for norm, tests in NORMS
    }
    definition["sink"] = {"all": [{"m": {"kind": "row"}}], "run": lambda c: None}
    definition["layer"] = {"all": [{"m": {"kind": "finding"}}], "run": lambda c: None}
    host = Quiet({"norms": definition})
    names = sorted({name for _, tests in NORMS for name, _, _ in tests})
    session = [0]

    def run() -> int:
        found.clear()
        session[0] += 1
        sid = str(session[0])
        facts = [
            {
                "kind": "row",
                "n": number,
                "id": f"r{number}",
                "sid": sid,
                **{n: int(row[n] * 10) if isinstance(row[n], float) else row[n] for n in names},
            }
            for number, row in enumerate(rows)
        ]
        host.assert_facts("norms", facts)
        host.delete_state("norms", sid)
        return len(found)

    return run

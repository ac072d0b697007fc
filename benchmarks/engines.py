"""The same norms in the languages of other rules engines, and in plain Python.

Each maker is given the norms and returns a function from plain facts to the ids of the norms that each line breaks.
Making ready is not measured; what an engine needs for every line is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.norms import Comparison, Norm

Facts = Sequence[dict[str, Any]]
Judge = Callable[[Facts], list[set[str]]]


def _written(one: Comparison, in_: str, word: Callable[[Any], str]) -> str:
    """Write a comparison as most of these languages do."""
    if one.op in {"in", "not in"}:
        values = ", ".join(word(value) for value in one.value)
        return in_.format(fact=one.fact, values=values, no="not " if one.op == "not in" else "")
    return f"{one.fact} {one.op} {one.value if one.other_fact else word(one.value)}"


def _way(way: Sequence[Comparison], in_: str, word: Callable[[Any], str]) -> str:
    return " and ".join(_written(one, in_, word) for one in way)


def plain_python(norms: Sequence[Norm]) -> Judge:
    """Generate a function of ifs."""
    body = ["def judge(lines):", "    found = []", "    for f in lines:", "        broken = set()"]
    for norm in norms:
        for way in norm.ways:
            tests = [
                f"f[{one.fact!r}] {one.op} " + (f"f[{one.value!r}]" if one.other_fact else repr(one.value))
                for one in way
            ]
            body.append(f"        if {' and '.join(tests)}: broken.add({norm.id!r})")
    body += ["        found.append(broken)", "    return found"]
    space: dict[str, Any] = {}
    exec("\n".join(body), space)  # noqa: S102  # the benchmark's own text
    judge: Judge = space["judge"]
    return judge


def rule_engine(norms: Sequence[Norm]) -> Judge:
    """Write the norms for the package rule-engine."""
    import rule_engine as engine  # only where it is measured

    def word(value: Any) -> str:
        return str(value).lower() if isinstance(value, bool) else repr(value)

    ready = [(norm.id, engine.Rule(_way(way, "{fact} {no}in [{values}]", word))) for norm in norms for way in norm.ways]
    return lambda lines: [{name for name, rule in ready if rule.matches(one)} for one in lines]


def zen_engine(norms: Sequence[Norm]) -> Judge:
    """Write the norms as one expression node of the package zen-engine."""
    import zen  # only where it is measured

    def word(value: Any) -> str:
        return json.dumps(value)

    expressions = [
        {
            "id": norm.id,
            "key": norm.id.replace(".", "_"),
            "value": " or ".join(f"({_way(way, '{fact} {no}in [{values}]', word)})" for way in norm.ways),
        }
        for norm in norms
    ]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {
            "id": "norms",
            "type": "expressionNode",
            "name": "norms",
            "position": {"x": 1, "y": 0},
            "content": {"expressions": expressions},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "norms"},
        {"id": "b", "type": "edge", "sourceId": "norms", "targetId": "out"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    ids = {one["key"]: one["id"] for one in expressions}

    def judge(lines: Facts) -> list[set[str]]:
        answers = [decision.evaluate(one)["result"] for one in lines]
        return [{ids[key] for key, broken in answer.items() if broken} for answer in answers]

    return judge


def clips(norms: Sequence[Norm]) -> Judge:
    """Write the norms for CLIPS, in the package clipspy."""
    import clips as engine  # only where it is measured

    environment = engine.Environment()
    read = sorted({name for norm in norms for way in norm.ways for one in way for name in _names(one)})
    environment.build(f"(deftemplate line (slot number) {' '.join(f'(slot {name})' for name in read)})")
    environment.build("(deftemplate broken (slot number) (slot norm))")
    for norm in norms:
        for place, way in enumerate(norm.ways):
            environment.build(_clips_rule(norm.id, place, way))
    template, symbol = environment.find_template("line"), engine.Symbol

    def value(one: Any) -> Any:
        if isinstance(one, bool):
            return symbol("TRUE" if one else "FALSE")
        return symbol(one) if isinstance(one, str) else one

    def judge(lines: Facts) -> list[set[str]]:
        environment.reset()
        for number, facts in enumerate(lines):
            template.assert_fact(number=number, **{name: value(facts[name]) for name in read})
        environment.run()
        found: list[set[str]] = [set() for _ in lines]
        for fact in environment.find_template("broken").facts():
            found[fact["number"]].add(str(fact["norm"]))
        return found

    return judge


def _names(one: Comparison) -> tuple[str, ...]:
    return (one.fact, one.value) if one.other_fact else (one.fact,)


def _clips_rule(name: str, place: int, way: Sequence[Comparison]) -> str:
    constraints: dict[str, list[str]] = {}
    used = {fact for one in way if one.other_fact for fact in _names(one)}
    for one in way:
        constraints.setdefault(one.fact, []).append(_clips_constraint(one))
    for fact in sorted(used):
        constraints[fact] = [f"?{fact}", *constraints.get(fact, [])]
    # A variable is bound before it is compared with: facts that are only bound come first.
    ordered = sorted(constraints, key=lambda fact: len(constraints[fact]) > 1)
    slots = " ".join(f"({fact} {'&'.join(constraints[fact])})" for fact in ordered)
    return (
        f"(defrule n{place}-{name} (line (number ?number) {slots}) => (assert (broken (number ?number) (norm {name}))))"
    )


def _clips_constraint(one: Comparison) -> str:
    def word(value: Any) -> str:
        return str(value).upper() if isinstance(value, bool) else str(value)

    if one.op in {"in", "not in"}:
        return "|".join(map(word, one.value)) if one.op == "in" else "&".join(f"~{word(value)}" for value in one.value)
    if one.op in {"==", "!="} and not one.other_fact:
        return word(one.value) if one.op == "==" else f"~{word(one.value)}"
    right = f"?{one.value}" if one.other_fact else word(one.value)
    op = {"==": "=", "!=": "<>"}.get(one.op, one.op)
    if one.other_fact:
        return f":({op} ?{one.fact} {right})"
    return f"?v{one.fact}&:({op} ?v{one.fact} {right})"


def business_rules(norms: Sequence[Norm]) -> Judge:
    """Write the norms for the package business-rules."""
    from business_rules import run_all  # only where it is measured
    from business_rules.actions import BaseActions, rule_action  # only where it is measured
    from business_rules.fields import FIELD_TEXT  # only where it is measured
    from business_rules.variables import (  # only where it is measured
        BaseVariables,
        boolean_rule_variable,
        numeric_rule_variable,
        string_rule_variable,
    )

    example: dict[str, Any] = {}
    for norm in norms:
        for way in norm.ways:
            for one in way:
                example[one.fact] = 0 if one.other_fact else one.value[0] if isinstance(one.value, tuple) else one.value
                example.update({f"{one.fact}_less_{one.value}": 0} if one.other_fact else {})
    members: dict[str, Any] = {"__init__": lambda self, facts: setattr(self, "facts", facts)}
    for name, value in example.items():
        variable = boolean_rule_variable if isinstance(value, bool) else string_rule_variable
        variable = variable if isinstance(value, bool | str) else numeric_rule_variable
        first, _, second = name.partition("_less_")

        def read(self: Any, first: str = first, second: str = second) -> Any:
            return self.facts[first] - (self.facts[second] if second else 0) if second else self.facts[first]

        read.__name__ = name
        members[name] = variable(label=name)(read)
    variables = type("Variables", (BaseVariables,), members)

    class Actions(BaseActions):  # type: ignore[misc]  # the package has no types
        def __init__(self) -> None:
            self.broken: set[str] = set()

        @rule_action(params={"norm": FIELD_TEXT})  # type: ignore[untyped-decorator]  # the package has no types
        def breaks(self, norm: str) -> None:
            self.broken.add(norm)

    rules = [
        {
            "conditions": {"all": [condition for one in way for condition in _business_conditions(one)]},
            "actions": [{"name": "breaks", "params": {"norm": norm.id}}],
        }
        for norm in norms
        for way in norm.ways
    ]

    def judge(lines: Facts) -> list[set[str]]:
        found = []
        for facts in lines:
            actions = Actions()
            run_all(rule_list=rules, defined_variables=variables(facts), defined_actions=actions)
            found.append(actions.broken)
        return found

    return judge


def _business_conditions(one: Comparison) -> list[dict[str, Any]]:
    """Return conditions that all hold; the package has no *not* and compares with values alone."""

    def condition(name: str, operator: str, value: Any) -> dict[str, Any]:
        return {"name": name, "operator": operator, "value": value}

    orders = {">": "greater_than", ">=": "greater_than_or_equal_to", "<": "less_than", "<=": "less_than_or_equal_to"}
    if one.other_fact:
        return [condition(f"{one.fact}_less_{one.value}", orders[one.op], 0)]
    if one.op in orders:
        return [condition(one.fact, orders[one.op], one.value)]
    if isinstance(one.value, bool):
        return [condition(one.fact, "is_true" if one.value == (one.op == "==") else "is_false", True)]
    if one.op == "==":
        return [condition(one.fact, "equal_to", one.value)]
    from koubo.rules.vi_2_expenses.line import line  # what else the choice may be

    refused = one.value if isinstance(one.value, tuple) else (one.value,)
    choices = [str(member.value) for member in line.fields[one.fact].choices or ()]
    return [{"any": [condition(one.fact, "equal_to", other) for other in choices if other not in refused]}]


def durable_rules(norms: Sequence[Norm]) -> Judge:
    """Write the norms for durable-rules as it is, one fact a line."""
    from durable.engine import Host  # only where it is measured

    class Quiet(Host):
        def _run(self) -> None:
            """Start no timer threads."""

    broken: set[str] = set()

    def breaks(norm: str) -> Callable[[Any], None]:
        return lambda _closure: broken.add(norm)

    def patterns(one: Comparison) -> list[dict[str, Any]]:
        signs = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}
        if one.op == "not in":
            return [{"$neq": {one.fact: value}} for value in one.value]
        right = {"$m": one.value} if one.other_fact else one.value
        return [{one.fact: right} if one.op == "==" else {signs[one.op]: {one.fact: right}}]

    rules: dict[str, Any] = {"sink": {"all": [{"m": {"kind": "line"}}], "run": lambda _closure: None}}
    for norm in norms:
        for place, way in enumerate(norm.ways):
            tests = [{"kind": "line"}, *(pattern for one in way for pattern in patterns(one))]
            rules[f"{norm.id}#{place}"] = {"all": [{"m": {"$and": tests}}], "run": breaks(norm.id)}
    host = Quiet()
    host.register_rulesets({"norms": rules})

    def judge(lines: Facts) -> list[set[str]]:
        found = []
        for number, facts in enumerate(lines):
            broken.clear()
            host.assert_fact("norms", {"kind": "line", "id": number + 1, **facts})
            found.append(set(broken))
        host.delete_state("norms", None)
        return found

    return judge


ENGINES: dict[str, tuple[Callable[[Sequence[Norm]], Judge], int]] = {
    "plain Python (generated ifs)": (plain_python, 20_000),
    "zen-engine": (zen_engine, 400),
    "clipspy": (clips, 2_000),
    "rule-engine": (rule_engine, 400),
    "business-rules": (business_rules, 400),
    "durable-rules": (durable_rules, 400),
}
"""Each engine with the number of lines that it is given at most."""

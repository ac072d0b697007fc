# What koubo uses of durable-rules, which ships no types.
from collections.abc import Mapping, Sequence
from typing import Any

class MessageNotHandledException(Exception): ...  # noqa: N818  # as durable-rules names it
class MessageObservedException(Exception): ...  # noqa: N818  # as durable-rules names it

class Content:
    _d: dict[str, Any]
    sid: str
    def __getitem__(self, key: str) -> Any: ...

class Closure:
    s: Content
    m: Content
    def assert_fact(self, ruleset_name: str, fact: dict[str, Any] | None = ...) -> None: ...

class Ruleset:
    _handle: int

class Host:
    _ruleset_list: list[Ruleset]
    def __init__(self, ruleset_definitions: Mapping[str, Mapping[str, Any]] | None = ...) -> None: ...
    def _run(self) -> None: ...
    def register_rulesets(self, ruleset_definitions: Mapping[str, Mapping[str, Any]]) -> list[str]: ...
    def assert_facts(self, ruleset_name: str, facts: Sequence[dict[str, Any]]) -> dict[str, Any]: ...
    def assert_fact(self, ruleset_name: str, fact: dict[str, Any]) -> dict[str, Any]: ...
    def delete_state(self, ruleset_name: str, sid: str | None = ...) -> None: ...

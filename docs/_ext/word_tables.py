"""The tables of words: every enumeration and every fact of the models, Japanese beside the name in the code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType
from typing import Any

import attrs

import koubo.models
from koubo.calls import get_call
from koubo.models.labelled import LabelledEnum
from koubo.selection.reason import Reason
from koubo.text import Text


def word_tables() -> Iterator[str]:
    """Yield the lines of the page."""
    call = get_call("r7")
    yield "# Words of the code (用語対応表)\n"
    yield "Generated from the code: what stands in files, in frames and in `to_dict()`, with its words in Japanese and English.\n"
    yield "## Enumerations (区分)\n"
    kinds: list[type[LabelledEnum]] = [*enumerations(), Reason]
    for kind in kinds:
        yield from _table(kind.__name__, ((member.value, member.label) for member in kind), "id")
    yield "## Words of the call\n"
    yield from _table("criteria (評価項目)", ((one.id, one.title) for one in call.criteria), "id")
    yield from _table("gates (要件)", ((one.id, one.title) for one in call.gates), "id")
    yield from _table("support items (支援メニュー)", ((one.id, one.title) for one in call.support_items), "id")
    yield from _table(
        "regions (支援地域)", ((one.id, Text(one.prefecture, one.prefecture_en)) for one in call.regions), "id"
    )
    yield "## Facts (事実)\n"
    yield "What is left out is unknown, but where a default is shown.\n"
    for model in models():
        yield f"### {model.__name__}\n"
        yield "| key | 日本語 | English | unit | left out |\n|---|---|---|---|---|"
        for field in attrs.fields(model):
            if "label" in field.metadata:
                yield _fact(field)
        yield ""


def enumerations() -> list[type[LabelledEnum]]:
    """Return the enumerations of the models, in the order of their modules."""
    modules = {module.__name__ for module in _modules()}
    return [one for one in LabelledEnum.__subclasses__() if one.__module__ in modules]


def models() -> list[type[attrs.AttrsInstance]]:
    """Return the models that hold facts, in the order of their modules."""
    found = [one for module in _modules() for one in vars(module).values() if _is_model(one, module.__name__)]
    return list(dict.fromkeys(found))


def _modules() -> list[ModuleType]:
    return [importlib.import_module(f"koubo.models.{one.name}") for one in pkgutil.iter_modules(koubo.models.__path__)]


def _is_model(one: object, module: str) -> bool:
    return (
        isinstance(one, type)
        and attrs.has(one)
        and one.__module__ == module
        and any("label" in field.metadata for field in attrs.fields(one))
    )


def _fact(field: attrs.Attribute[Any]) -> str:
    words: Text = field.metadata["label"]
    key = field.metadata.get("key") or field.name
    return f"| `{key}` | {words.ja} | {words.en} | {field.metadata.get('unit') or ''} | {_left_out(field.default)} |"


def _left_out(default: object) -> str:
    match default:
        case None:
            return ""
        case attrs.NOTHING:
            return "required"
        case bool():
            return f"`{str(default).lower()}`"
        case StrEnum() | int():
            return f"`{default}`"
        case _:
            return "none"


def _table(name: str, rows: Iterator[tuple[str, Text]], head: str) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"| {head} | 日本語 | English |\n|---|---|---|"
    for one, words in rows:
        yield f"| `{one}` | {words.ja} | {words.en} |"
    yield ""

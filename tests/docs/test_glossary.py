"""The glossary: one Japanese term, one English name, and every name in the code is there."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path

import attrs
import pytest

import koubo

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"
_CODE = re.compile(r"`([^`]+)`")


def _rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("| 日本語")]


@pytest.mark.parametrize("column", [0, 1], ids=["Japanese", "English"])
def test_each_term_stands_once(column: int) -> None:
    counted = Counter(row[column] for row in _rows())

    assert [term for term, times in counted.items() if times > 1] == []


def test_every_name_in_the_code_is_there() -> None:
    source = Path(koubo.__file__).parent
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(source.rglob("*.py")))
    named = [name for row in _rows() for name in _CODE.findall(row[2])]

    assert [name for name in named if not re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_the_tables_of_words_have_every_public_model_and_every_category_of_costs() -> None:
    words = _generated()
    models = [getattr(koubo, name) for name in koubo.__all__ if _holds_facts(getattr(koubo, name))]

    assert len(models) > 5
    assert [model.__name__ for model in models if f"### {model.__name__}" not in words] == []
    assert [
        one for one in koubo.ExpenseCategory if f"| `{one.value}` | {one.label.ja} | {one.label.en} |" not in words
    ] == []


def _generated() -> list[str]:
    spec = importlib.util.spec_from_file_location("word_tables", PAGE.parent / "_ext" / "word_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [line.strip() for line in module.word_tables()]


def _holds_facts(one: object) -> bool:
    return isinstance(one, type) and attrs.has(one) and any("label" in field.metadata for field in attrs.fields(one))

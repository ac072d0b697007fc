"""The verb ``load``: a file or a mapping becomes a budget, a selection round or a dossier."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from koubo.errors import InputError, Mistake
from koubo.files import roots
from koubo.files.csv_reader import read_csv
from koubo.files.document import Document, Tree
from koubo.files.extras import needs_excel
from koubo.files.json_reader import read_json
from koubo.files.place import child, show
from koubo.files.plain import plain
from koubo.files.structure import key_of, structure
from koubo.files.text import read_bytes
from koubo.files.yaml_reader import read_yaml

if TYPE_CHECKING:
    from koubo.models.dossier import Dossier
    from koubo.models.expense import Budget
    from koubo.models.selection import SelectionRound

    Model: TypeAlias = Budget | SelectionRound | Dossier

T = TypeVar("T")
Source: TypeAlias = str | os.PathLike[str] | Mapping[str, Any]

_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}
_KINDS = "a path that ends in .yaml, .yml, .json, .csv or .xlsx"


def load(source: Source, **rest: Any) -> Model:
    """Read a budget, a selection round or a dossier.

    Args:
        source: a path (``.yaml``, ``.yml``, ``.json``, ``.csv``, ``.xlsx``) or a mapping. Its only top-level key
            ``budget`` makes it a budget, ``round`` a selection round, anything else a dossier.
        rest: the other facts of a budget whose lines stand in a CSV file: ``stage``, ``region``, ``contract_from``, …

    Raises:
        InputError: with every mistake found, each with its place such as ``budget.lines[3].amount_yen``.
    """
    if isinstance(source, Mapping):
        _refuse_rest(rest, "a mapping")
        return _model(plain(source))
    if not isinstance(source, str | os.PathLike):
        raise InputError([Mistake("", show(source), f"{_KINDS}, or a mapping")])
    path = Path(source)
    try:
        return _from_path(path, rest)
    except InputError as error:
        raise InputError(error.mistakes, error.source or str(path)) from None


def _from_path(path: Path, rest: Mapping[str, Any]) -> Model:
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _from_csv(read_bytes(path), rest)
    if suffix != ".xlsx" and suffix not in _READERS:
        raise InputError([Mistake("", f"the ending {suffix!r}" if suffix else "a name without ending", _KINDS)])
    _refuse_rest(rest, f"a {suffix} file")
    data = read_bytes(path)
    return _from_excel(data) if suffix == ".xlsx" else _model(_READERS[suffix](data))


def _model(document: Document) -> Model:
    tree = document.tree
    root = next(iter(tree)) if isinstance(tree, Mapping) and len(tree) == 1 else ""
    if root not in roots.ROOTS:
        root = ""
    model: Model = _structured(document, tree[root] if root else tree, roots.model(root), root)
    return model


def _from_csv(data: bytes, rest: Mapping[str, Any]) -> Budget:
    from koubo.models.expense import Budget, ExpenseLine  # noqa: PLC0415

    fields = attrs.fields(ExpenseLine)
    columns = {name: key_of(field) for field in fields for name in (key_of(field), field.metadata["label"].ja)}
    required = [key_of(field) for field in fields if field.default is attrs.NOTHING]
    document = read_csv(data, columns, required, place="budget.lines")
    facts = plain(dict(rest))
    told = [mistake.under("budget") for mistake in facts.mistakes]
    if "lines" in rest:
        told.append(Mistake("budget.lines", "a keyword", "the lines in the CSV file alone"))
    both = attrs.evolve(document, mistakes=(*document.mistakes, *told))
    return _structured(both, {**facts.tree, **document.tree}, Budget, "budget", lenient_text=True)


def _from_excel(data: bytes) -> Model:
    needs_excel()
    from koubo.files.excel import load_excel  # noqa: PLC0415 -- needs the extra

    return load_excel(data)


def _structured(document: Document, tree: Tree, cls: type[T], place: str = "", *, lenient_text: bool = False) -> T:
    """Return the model, or raise every mistake of the reader and of the model in the order of the file."""
    try:
        model = structure(tree, cls, place=place, lenient_text=lenient_text)
    except InputError as error:
        raise InputError(document.merged(error.mistakes)) from None
    if document.mistakes:
        raise InputError(document.merged(()))
    return model


def _refuse_rest(rest: Mapping[str, Any], kind: str) -> None:
    if rest:
        expected = f"no keywords beside {kind}, which says everything itself"
        raise InputError(Mistake(child("", key), "a keyword", expected) for key in rest)

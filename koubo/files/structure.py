"""From a plain tree to any attrs class, with every mistake of the tree found in one go.

cattrs finds the hook for each type; the hooks here go on after a mistake instead of stopping at it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter

from koubo.errors import InputError, Mistake
from koubo.files import lenient, scalars
from koubo.files.broken import Broken, Unknown, broken, make
from koubo.files.forms import forms
from koubo.files.place import child, show, suggestion
from koubo.files.scalars import Read

T = TypeVar("T")


def structure(tree: object, cls: type[T], *, place: str = "", lenient_text: bool = False) -> T:
    """Return a plain tree as an instance of an attrs class.

    Args:
        tree: what a reader gave.
        cls: the class to make; the key of a field is its name, or its metadata's ``"key"``.
        place: where the tree stands in its input, such as ``budget``.
        lenient_text: read the text of CSV and Excel cells (``1,200,000円``, ``はい``, ``2025/5/12``).

    Raises:
        InputError: with every mistake of the tree.
    """
    try:
        return _converter(lenient_text).structure(tree, cls)
    except Broken as error:
        raise InputError(mistake.under(place) for mistake in error.mistakes) from None


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Return the key under which a field stands in a file."""
    return str(attribute.metadata.get("key", attribute.alias))


def expected(kind: Any) -> str:
    """Return what a mistake says was expected of a value of this type."""
    if kind in scalars.EXPECTED:
        return scalars.EXPECTED[kind]
    if get_origin(kind) in {Union, UnionType}:
        return " or ".join(dict.fromkeys(expected(option) for option in reversed(_options(kind))))
    if _is_literal(kind):
        return scalars.one_of(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return scalars.one_of(item.value for item in kind)
    return "a list" if get_origin(kind) is tuple else "a mapping"


@functools.cache
def _converter(lenient_text: bool) -> Converter:
    converter = Converter(detailed_validation=False)
    hooks = _Hooks(converter, lenient_text)
    kinds: tuple[tuple[Callable[[Any], bool], Callable[[Any], Read]], ...] = (
        (lambda kind: kind in {Any, object}, lambda _kind: lambda value: value),
        (attrs.has, hooks.record),
        (lambda kind: kind in forms(), hooks.form),
        (_is_literal, scalars.literal),
        (lambda kind: get_origin(kind) in {dict, Mapping}, hooks.mapping),
        (lambda kind: get_origin(kind) is tuple, hooks.items),
        (lambda kind: get_origin(kind) in {Union, UnionType}, hooks.union),
    )
    # Of two that fit a type, the one registered last is taken.
    for fits, factory in kinds:
        converter.register_structure_hook_factory(fits, functools.partial(_hook, factory))
    # cattrs looks at its own hooks for single values first, and finds text before the enumeration that is text too.
    single = functools.cache(hooks.single)
    for base in (Enum, *scalars.STRICT):
        converter.register_structure_hook(base, lambda value, kind: single(kind)(value))
    return converter


def _hook(factory: Callable[[Any], Read], kind: Any) -> Callable[[Any, Any], Any]:
    read = factory(kind)
    return lambda value, _kind: read(value)


@attrs.frozen
class _Hooks:
    """The reading of each kind of type: every method takes the type and returns its reading."""

    converter: Converter
    lenient_text: bool

    def single(self, kind: type) -> Read:
        if issubclass(kind, Enum):
            return lenient.member(kind) if self.lenient_text else scalars.member(kind)
        return (lenient.LENIENT if self.lenient_text else scalars.STRICT)[kind]

    def form(self, kind: type) -> Read:
        def read(value: object) -> Any:
            try:
                return forms()[kind].read(value)
            except InputError as error:
                raise Broken(list(error.mistakes)) from None

        return read

    def record(self, kind: type[attrs.AttrsInstance]) -> Read:
        fields = {key_of(field): field for field in attrs.fields(attrs.resolve_types(kind)) if field.init}

        def read(value: object) -> Any:
            if not isinstance(value, Mapping):
                raise broken(value, "a mapping")
            facts: dict[str, Any] = {}
            mistakes: list[Mistake] = []
            for key, item in value.items():
                field = fields.get(key)
                if field is None:
                    mistakes.append(_unknown(key, tuple(fields)))
                elif not self._left_out(item, field):
                    fact = self._attempt(field.type, _as_shown(item, field), child("", key), mistakes)
                    if field.default is attrs.NOTHING or not isinstance(fact, Unknown):
                        facts[field.alias] = fact
            for key, field in fields.items():
                if field.default is attrs.NOTHING and field.alias not in facts:
                    facts[field.alias] = Unknown()
                    found = "null" if key in value else "nothing"
                    mistakes.append(Mistake(child("", key), found, expected(field.type)))
            return make(kind, facts, _signed(kind, value, mistakes))

        return read

    def mapping(self, kind: Any) -> Read:
        key_kind, item_kind = get_args(kind)

        def read(value: object) -> dict[Any, Any]:
            if not isinstance(value, Mapping):
                raise broken(value, "a mapping")
            made: dict[Any, Any] = {}
            mistakes: list[Mistake] = []
            for key, item in value.items():
                place = child("", key)
                if item is None and NoneType not in get_args(item_kind):
                    continue
                pair = self._attempt(key_kind, key, place, mistakes), self._attempt(item_kind, item, place, mistakes)
                if not any(isinstance(part, Unknown) for part in pair):
                    made[pair[0]] = pair[1]
            if mistakes:
                raise Broken(mistakes, made)
            return made

        return read

    def items(self, kind: Any) -> Read:
        item_kind = get_args(kind)[0]

        def read(value: object) -> tuple[Any, ...]:
            if not isinstance(value, list | tuple):
                raise broken(value, "a list")
            mistakes: list[Mistake] = []
            made = tuple(self._attempt(item_kind, item, child("", n), mistakes) for n, item in enumerate(value))
            if mistakes:
                raise Broken(mistakes, made)
            return made

        return read

    def union(self, kind: Any) -> Read:
        options = _options(kind)

        def read(value: object) -> Any:
            if value is None and NoneType in get_args(kind):
                return None
            fitting = [option for option in options if _is_mapping(option) == isinstance(value, Mapping)]
            failures: list[Broken] = []
            for option in fitting if len(options) > 1 else options:
                try:
                    return self._read(option, value)
                except Broken as failure:
                    failures.append(failure)
            if len(failures) == 1 and (len(options) == 1 or isinstance(value, Mapping)):
                raise failures[0]
            raise broken(value, expected(kind))

        return read

    def _read(self, kind: Any, value: object) -> Any:
        return self.converter.get_structure_hook(kind)(value, kind)

    def _attempt(self, kind: Any, value: object, place: str, mistakes: list[Mistake]) -> Any:
        """Return what can be read of a value; what is wrong with it goes to the mistakes."""
        try:
            return self._read(kind, value)
        except Broken as error:
            mistakes.extend(mistake.under(place) for mistake in error.mistakes)
            return error.rest

    def _left_out(self, value: object, field: attrs.Attribute[Any]) -> bool:
        """Whether a value is as good as not given: null, where null is no value of its own."""
        if value is not None and not (self.lenient_text and value == ""):
            return False
        return field.default is not attrs.NOTHING or NoneType not in get_args(field.type)


def _as_shown(value: object, field: attrs.Attribute[Any]) -> object:
    """Return a number as the decimal that it shows, for a field that says so (``as_shown``)."""
    return repr(value) if isinstance(value, float) and field.metadata.get("as_shown") else value


def _signed(kind: type, tree: Mapping[Any, Any], mistakes: list[Mistake]) -> list[Mistake]:
    """Return the mistakes of a class that has a name for its objects (``CALLED``), each saying whose it is."""
    called = getattr(kind, "CALLED", None)
    name = tree.get("id")
    if called is None or not isinstance(name, str):
        return mistakes
    return [attrs.evolve(one, found=f"{one.found} ({called} {show(name)})") for one in mistakes]


def _options(kind: Any) -> list[Any]:
    """Return the types of a union in the order in which they are tried: literals first, text last.

    ``A | B`` and ``B | A`` are equal, and so one and the same to every cache of types: their order says nothing.
    """
    options = [option for option in get_args(kind) if option is not NoneType]
    return sorted(options, key=lambda option: (not _is_literal(option), option is str, str(option)))


def _is_literal(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Literal


def _is_mapping(kind: Any) -> bool:
    return attrs.has(kind) or get_origin(kind) in {dict, Mapping}


def _unknown(key: object, known: tuple[str, ...]) -> Mistake:
    name = str(key)
    near = suggestion(name, known)
    return Mistake(child("", name), f"unknown key {show(name)}", f"one of its keys{near or ': ' + ', '.join(known)}")

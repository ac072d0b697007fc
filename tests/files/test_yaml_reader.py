"""What YAML says to koubo: YAML 1.2 without traps, and a mistake with its place for whatever is hostile."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.files import dump, yaml_reader
from koubo.files.yaml_reader import read_yaml

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every case holds with PyYAML's parser in C and with the one in Python."""
    monkeypatch.setattr(yaml_reader, "_LOADER", request.param)


def refused(data: bytes) -> list[tuple[str, str]]:
    """Return place and found of every mistake, fatal or not, in the order of the file."""
    try:
        mistakes = read_yaml(data).merged(())
    except InputError as error:
        mistakes = list(error.mistakes)
    return [(mistake.place, mistake.found) for mistake in mistakes]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("False", False),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Y", "Y"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("+12", 12),
        ("-12", -12),
        ("0", 0),
        ("9" * 30, int("9" * 30)),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-1.5E-3", -0.0015),
        ("2025-05-12", "2025-05-12"),
        ("2025-03-27T17:30", "2025-03-27T17:30"),
        ("2025-03-27 17:30:00", "2025-03-27 17:30:00"),
        ("nan", "nan"),
        ("=", "="),
        ("1.2.3", "1.2.3"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'null'", "null"),
        ("アクメ総研", "アクメ総研"),
        ("[1, no, {a: 2}]", [1, "no", {"a": 2}]),
        ("|\n  a\n  b\n", "a\nb\n"),
    ],
)
def test_a_scalar_means_what_yaml_1_2_says(written: str, meant: object) -> None:
    value = read_yaml(f"key: {written}".encode()).tree["key"]

    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: !!python/object/apply:os.system ['true']", "a", "tag"),
        ("a: !!python/name:os.system ''", "a", "tag"),
        ("a: !!str 5", "a", "tag"),
        ("a: ! 5", "a", "tag"),
        ("a: {b: [1, !local {c: 2}]}", "a.b[1]", "tag"),
        ("!!map {a: 1}", "", "tag"),
        ("!!str a: 1", "a", "tag"),
        ("a: &x [1]\nb: *x", "b", "alias *x"),
        ("a: &a [lol]\nb: [*a, *a, *a]", "b[0]", "alias *a"),
        ("a: &a [*a]", "a[0]", "alias *a"),
        ("a: *nowhere", "a", "alias *nowhere"),
        ("a: &x {b: 1}\nc:\n  <<: *x", 'c["<<"]', "merge key"),
        ("a: 1\nb: 2\na: 3", "a", "the key again, first given on line 1"),
        ("a: [{b: 1, b: 2}]", "a[0].b", "the key again"),
        ("a: .nan", "a", ".nan"),
        ("a: [1, -.inf]", "a[1]", "-.inf"),
        ("a: 1e999", "a", "1e999"),
        ("a: " + "9" * 31, "a", "31 digits"),
        ("a: -" + "9" * 9999, "a", "9,999 digits"),
        ('a: "x\\0y"', "a", "U+0000"),
        ('a: "\\u200b\\x1b[31m"', "a", "U+001B"),
        ('"\\0": 1', '["\\u0000"]', "key"),
        ("'': 1", '[""]', "key"),
        ("?\n: 1", '[""]', "key"),
        ("? [a]\n: 1", "", "a list or mapping as a key"),
        ("b:\n  ? {a: 1}\n  : 1", "b", "a list or mapping as a key"),
        ("a: &x 1\n*x : 2", "", "an alias as a key"),
        ("a: 1\n---\nb: 2", "", "a second document (line 2)"),
        ("a: 1\n---\n", "", "a second document"),
        ("", "", "empty"),
        ("# nothing but a comment\n", "", "empty"),
        ("---\n...\n", "", "empty"),
        ("null", "", "empty"),
        ("a: [1, 2", "", "no YAML"),
        ("a: 1\n b: 2", "", "no YAML"),
        ("a: b: c", "", "line 1"),
        ("\ta: 1", "", "no YAML"),
        ("@a", "", "no YAML"),
        ('"\\UFFFFFFFF"', "", "no YAML"),
        ("%YAML 9.9\n---\na: 1", "", "no YAML"),
    ],
)
def test_what_is_refused_and_where(text: str, place: str, found: str) -> None:
    (first_place, first_found), *_ = refused(text.encode())

    assert first_place == place
    assert found in first_found


@pytest.mark.parametrize(
    ("opening", "place"),
    [("[", "[0]" * 50), ("{a: ", ".".join("a" * 50)), ("- ", "[0]" * 50), ("? ", None)],
)
@pytest.mark.parametrize("levels", [51, 20_000])
def test_nesting_ends_at_fifty_levels_however_deep_the_file_goes_on(
    opening: str, place: str | None, levels: int
) -> None:
    ((found_place, found),) = refused((opening * levels).encode())

    assert place is None or (found_place == place and found.startswith("deeper nesting"))


def test_fifty_levels_are_read() -> None:
    tree = read_yaml(("[" * 50 + "]" * 50).encode()).tree

    for _ in range(49):
        (tree,) = tree
    assert tree == []


def test_all_mistakes_come_in_one_go_in_the_order_of_the_file_each_with_its_line() -> None:
    text = "a: !!str 1\nb:\n  c: .nan\n  c: *x\nd: 12345678901234567890123456789012\n"

    places = [place for place, _ in refused(text.encode())]
    lines = [found.rsplit("(")[-1] for _, found in refused(text.encode())]

    assert places == ["a", "b.c", "b.c", "b.c", "d"]
    assert lines == ["line 1)", "line 4)", "line 4)", "line 4)", "line 5)"]


def test_a_directive_and_document_marks_around_one_document_are_fine() -> None:
    assert read_yaml(b"%YAML 1.2\n---\na: no\n...\n").tree == {"a": "no"}


def test_an_expanding_bomb_stays_as_small_as_its_file() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
    )

    assert len(refused(bomb.encode())) == 20


TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30) + 1, 10**30 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters="\ufffe\uffff")
    )
    | st.text(st.sampled_from("01eE.+-_:~yno=<xT "), max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcno1~語", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(tree=TREES.filter(lambda tree: tree is not None))
def test_what_koubo_writes_as_yaml_is_read_as_it_was(tree: object) -> None:
    text = yaml.dump(tree, Dumper=dump._Dumper, allow_unicode=True, width=120)

    document = read_yaml(text.encode())

    assert (document.tree, list(document.mistakes)) == (tree, [])


YAMLISH = st.text(alphabet=st.sampled_from("ab01-:?[]{},&*!|>'\"%@`#~<=._ \n\t\\xU\u3042\x85\u2028"), max_size=60)


@given(text=YAMLISH)
def test_whatever_text_comes_only_an_input_error_comes_out(text: str) -> None:
    for loader in LOADERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_reader, "_LOADER", loader)
            for place, found in refused(text.encode()):
                assert (place + found).isprintable()


@given(data=st.binary(max_size=60))
def test_whatever_bytes_come_only_an_input_error_comes_out(data: bytes) -> None:
    assert isinstance(refused(data), list)

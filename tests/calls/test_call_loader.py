"""The loader of a call's data refuses whatever is not exactly as it should be, and says where."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from koubo.calls.reading import FILES, read_call
from koubo.errors import InputError

PUBLISHED = files("koubo.calls") / "r7"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        text = PUBLISHED.joinpath(f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# file · what is replaced and by what · place of the mistake · what the mistake says
BAD: list[tuple[str, tuple[str, str], str, str]] = [
    ("call", ("fiscal_year: 2025", "fiscal_year: soon"), "call.fiscal_year", "a whole number"),
    ("call", ("fiscal_year: 2025", "fiscal_year: 2025\ncolour: red"), "call.colour", "a key"),
    ("call", ("id: r7", ""), "call.id", "a value"),
    ("call", ("since: 2025-03-07", "since: 2025-13-07"), "call.since", "a date such as"),
    ("call", ("title:\n  ja", "title:\n  de"), "call.title.de", "one of ja, en"),
    (
        "parameters",
        ("value: 100000000", "value: 1.0e+8"),
        "parameters.cap.new_region_with_tax_yen.value",
        "a text, a whole",
    ),
    ("parameters", ("value: 100000000", "value: -1"), "parameters.cap.new_region_with_tax_yen.value", "a whole number"),
    (
        "parameters",
        ("value: 100000000", "value: '1'"),
        "parameters.cap.new_region_with_tax_yen.value",
        "a whole number",
    ),
    ("parameters", ("value: 1/10", "value: 0.1"), "parameters.tax.rate.value", "a text"),
    ("parameters", ("value: mean", "value: mode"), "parameters.score.panel.value", "one of mean, median"),
    ("parameters", ("unit: yen", "unit: dollar"), "parameters.cap.new_region_with_tax_yen.unit", "a unit"),
    ("parameters", ("clause: II.2", "claus: II.2"), "parameters.cap.new_region_with_tax_yen.claus", "perhaps 'clause'"),
    ("parameters", ("tax.rate:", "selection.seats:"), "parameters.selection.seats", "each key once"),
    ("parameters", ("kind: date", "kind: day"), "parameters.application.assumed_on.kind", "one of integer"),
    ("parameters", ("  kind: date\n", ""), "parameters.application.assumed_on.unit", "a kind"),
    ("parameters", ("unit: yen", "unit: yen\n  kind: text"), "parameters.cap.new_region_with_tax_yen.kind", "no kind"),
    (
        "parameters",
        ("not_above: briefing.ends_at", "not_above: briefing.end"),
        "parameters.briefing.starts_at",
        "briefing",
    ),
    ("parameters", ('value: "10:00"', 'value: "19:00"'), "incident.business_opens", "at most 18:00:00"),
    (
        "parameters",
        ("  title: {ja: 採択の予定件数, en:", "  title: {ja: '', en:"),
        "parameters.selection.seats.title",
        "a text",
    ),
    ("regions", ("- id: tochigi", "- id: miyagi"), "regions.regions[1]", "each once"),
    ("regions", ('prefecture_code: "09"', 'prefecture_code: "48"'), "regions.regions[1].prefecture_code", "code"),
    ("regions", ("stakeholder: none", "stakeholder: no wish"), "regions.regions[0].wishes.stakeholder", "one of full"),
    ("regions", ("stakeholder: none, ", ""), "regions.regions[0].wishes.stakeholder", "a value"),
    ("regions", ("[村田町, 大衡村", "[村田町, 村田町"), "regions.regions[0].municipalities[1]", "each entry once"),
    ("regions", ("[村田町, 大衡村, 美里町]", "村田町"), "regions.regions[0].municipalities", "a list"),
    (
        "regions",
        ("previously_selected: false", "previously_selected: no"),
        "regions.regions[0].previously_selected",
        "true",
    ),
    ("prefectures", ('code: "02"', 'code: "01"'), "prefectures[1]", "each once"),
    ("prefectures", ("special_wards: 23", "special_wards: 63"), "prefectures[12].special_wards", "at most the 62"),
    ("prefectures", ("municipalities: 35", "municipalities: 2"), "regions.regions[0].municipalities", "at most the 2"),
    ("scoring", ("A: 12", "A: 16"), "scoring.criteria[1].points", "fall from S to D"),
    ("scoring", ("C: 4, ", ""), "scoring.criteria[1].points.C", "a value"),
    ("scoring", ("- id: budget", "- id: security"), "scoring.gates[1]", "each once"),
    ("calendar", ("until: 2026-03", "until: 2026-13"), "calendar[11].until", "a month such as"),
    ("calendar", ("until: 2026-03", "precison: about"), "calendar[11].precison", "perhaps 'precision'"),
    ("calendar", ("  until: questions.closes_at\n", ""), "calendar[5]", "from, until or both"),
    ("calendar", ("from: submission.opens_on", "from: selection.seats"), "calendar[0].from", "a date parameter"),
    ("calendar", ("precision: planned", "precision: maybe"), "calendar[9].precision", "one of exact"),
    ("mails", ("({company}、", "("), "mails[0].subject", "the gaps"),
    ("readings", ("settable: [tax.rate]", "settable: [tax.rat]"), "readings.cap_includes_tax.settable", "tax.rate"),
    ("readings", ("- id: cap_includes_tax", "- id: price_base"), "readings", "each once"),
    ("readings", ("clauses: [IV.6]", "clauses: []"), "readings", "one clause or more"),
]


@pytest.mark.parametrize(("name", "change", "place", "expected"), BAD)
def test_bad_data_are_refused_with_their_place(
    folder: Path, name: str, change: tuple[str, str], place: str, expected: str
) -> None:
    spoil(folder, name, *change)

    with pytest.raises(InputError) as caught:
        read_call(folder)

    assert any(place in m.place and expected in m.expected for m in caught.value.mistakes), str(caught.value)
    assert caught.value.source == str(folder)


def test_the_published_data_are_read_from_any_folder(folder: Path) -> None:
    call = read_call(folder)

    assert call.to_dict() == read_call(PUBLISHED).to_dict()


def test_all_mistakes_of_all_files_come_at_once(folder: Path) -> None:
    spoil(folder, "call", "fiscal_year: 2025", "fiscal_year: soon")
    spoil(folder, "scoring", "A: 12", "A: twelve")
    spoil(folder, "calendar", "precision: planned", "precision: maybe")

    with pytest.raises(InputError) as caught:
        read_call(folder)

    places = {mistake.place for mistake in caught.value.mistakes}
    assert {"call.fiscal_year", "scoring.criteria[1].points.A", "calendar[9].precision"} <= places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a list"),
        ("just words", "a list"),
        ("{a: 1}", "a list"),
        ("[a: [}", "one YAML document"),
        ("- !!python/object:os.system {}", "a value"),
        ("--- []\n--- []", "one YAML document"),
        ("- &a [*a]", "a mapping"),
    ],
)
def test_what_is_not_the_yaml_that_it_should_be_is_refused(folder: Path, text: str, expected: str) -> None:
    (folder / "readings.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as caught:
        read_call(folder)

    assert any(expected in mistake.expected for mistake in caught.value.mistakes), str(caught.value)


def test_a_missing_file_and_a_wrong_encoding_are_named(folder: Path) -> None:
    (folder / "calendar.yaml").write_bytes("日付".encode("cp932"))
    with pytest.raises(InputError, match=r"a file calendar\.yaml in UTF-8"):
        read_call(folder)

    (folder / "calendar.yaml").unlink()
    with pytest.raises(InputError, match=r"a file calendar\.yaml in UTF-8"):
        read_call(folder)

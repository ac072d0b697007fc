"""Contents go by the ids that ``koubo rules --area proposal_content`` lists, or by the part after the area."""

from __future__ import annotations

import pytest
from contract_dossier import ALONE, Path, dossier

import koubo

IDS = [rule.rule_id for rule in koubo.rules("proposal_content")]
CONTENTS: Path = ("proposal", "contents")
WITH_EQUIPMENT: dict[Path, object] = {
    ("proposal", "uses_ict_equipment"): True,
    ("proposal", "supply_chain_items"): [{"name": "ルーター", "kind": "communication_line_device"}],
}
STATED = dict.fromkeys(IDS, "stated")


def _complete(contents: dict[str, str | None] | None) -> bool | None:
    report = koubo.check_submission(dossier(ALONE, {**WITH_EQUIPMENT, CONTENTS: contents}))

    assert report.acceptable is True  # contents stand apart from what is filed
    return report.content_complete


def test_all_stated_is_complete() -> None:
    assert _complete({**STATED}) is True
    assert _complete({name.removeprefix("proposal_content."): "stated" for name in IDS}) is True


@pytest.mark.parametrize("name", IDS)
def test_one_missing_or_left_out_is_found(name: str) -> None:
    short = name.removeprefix("proposal_content.")
    rest = {key: "stated" for key in IDS if key != name}

    assert [_complete({**STATED, name: "missing"}), _complete({**rest, short: "missing"})] == [False, False]
    assert [_complete({**STATED, name: None}), _complete({**rest})] == [None, None]


def test_nothing_said_is_open_and_an_empty_list_too() -> None:
    assert [_complete(None), _complete({})] == [None, None]


def test_one_content_by_both_of_its_names_is_a_mistake() -> None:
    both = {IDS[0]: "stated", IDS[0].removeprefix("proposal_content."): "missing"}

    with pytest.raises(koubo.InputError) as raised:
        koubo.check_submission(dossier(ALONE, {CONTENTS: both}))

    assert [mistake.place for mistake in raised.value.mistakes] == [f"proposal.contents.{IDS[0]}"]

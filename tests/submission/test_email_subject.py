"""The subject lines of the four mails."""

from __future__ import annotations

import pytest

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.submission.mail import email_subject


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("application", "推進体制構築支援の応募書類の提出(アクメ総研株式会社、支援地域候補:宮城県)"),
        ("upload_request", "推進体制構築に係るSECURE DELIVER 発行依頼(アクメ総研株式会社、支援地域候補:宮城県)"),
        ("question", "推進体制構築支援質問票(アクメ総研株式会社、支援地域候補:宮城県)"),
        ("consultation", "推進体制構築支援の応募相談(アクメ総研株式会社、支援地域候補:宮城県)"),
    ],
)
def test_the_subject_names_the_company_and_the_prefecture(kind: str, subject: str) -> None:
    assert email_subject(kind, "アクメ総研株式会社", "miyagi") == subject


def test_braces_and_spaces_of_a_company_are_kept_and_trimmed() -> None:
    subject = email_subject("question", " {prefecture} Labs ", "okinawa", "r7")

    assert subject == "推進体制構築支援質問票({prefecture} Labs、支援地域候補:沖縄県)"


def test_every_region_of_the_call_gets_its_prefecture() -> None:
    for region in get_call("r7").regions:
        assert f"支援地域候補:{region.prefecture})" in email_subject("application", "A社", region.id)


@pytest.mark.parametrize(
    ("arguments", "place", "expected"),
    [
        (("aplication", "A社", "miyagi"), "kind", "application"),
        (("application", "A社", "miyagy"), "region", "miyagi"),
        (("application", "", "miyagi"), "company", "on one line"),
        (("application", "A社\nBcc: x@example.com", "miyagi"), "company", "on one line"),
    ],
)
def test_what_cannot_be_filled_in_is_a_mistake(arguments: tuple[str, str, str], place: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        email_subject(*arguments)

    (mistake,) = caught.value.mistakes
    assert mistake.place == place
    assert expected in mistake.expected


def test_all_mistakes_come_at_once() -> None:
    with pytest.raises(InputError) as caught:
        email_subject("mail", " ", "atlantis")

    assert [mistake.place for mistake in caught.value.mistakes] == ["company", "kind", "region"]

"""Terminal tables of a score and of a selection, with rich."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from koubo.exact import decimal
from koubo.report.terminal import findings_view
from koubo.report.words import WORDS
from koubo.scoring import Score
from koubo.selection import Ranked, Selection
from koubo.text import Lang

_STYLES: dict[bool | None, str] = {True: "bold green", None: "magenta", False: "dim"}
_MARKS: dict[bool | None, str] = {True: "○", None: "？", False: "×"}


def score_view(score: Score, lang: Lang) -> RenderableType:
    """Return the points of one proposal, criterion by criterion."""
    table = Table(header_style="bold", pad_edge=False)
    table.add_column(WORDS["criterion"].in_(lang), overflow="fold")
    table.add_column(WORDS["grades"].in_(lang))
    table.add_column(WORDS["points"].in_(lang), justify="right")
    table.add_column(WORDS["full_points"].in_(lang), justify="right")
    for one in score.breakdown.values():
        grades = " ".join(grade.value for grade in one.grades)
        table.add_row(one.title.in_(lang), grades, decimal(one.points), str(one.full_points))
    table.add_section()
    for key in ("evaluation_points", "price_points", "municipality_points", "total_points"):
        table.add_row(WORDS[key].in_(lang), "", decimal(getattr(score, key)), "")
    parts: list[RenderableType] = [table]
    if score.disqualified is not False:
        word = WORDS["disqualified" if score.disqualified else "gates_open"].in_(lang)
        parts.append(Styled(word, style="bold red" if score.disqualified else "magenta"))
    if score.findings:
        parts.append(findings_view(score.findings, lang))
    return Group(*parts)


def selection_view(selection: Selection, lang: Lang) -> RenderableType:
    """Return the ranking of a round, who is selected and why the others are not."""
    table = Table(header_style="bold", pad_edge=False)
    table.add_column(WORDS["rank"].in_(lang), no_wrap=True)
    for key in ("candidate", "region"):
        table.add_column(WORDS[key].in_(lang), overflow="fold", min_width=8)
    for key in ("evaluation_points", "price_points", "municipality_points", "total_points"):
        table.add_column(WORDS[key].in_(lang), justify="right", no_wrap=True)
    table.add_column(WORDS["outcome"].in_(lang), overflow="fold")
    for one in selection.ranking:
        table.add_row(*_row(one, selection, lang), style=_STYLES[one.selected])
    words = WORDS["seats"].format(
        seats=selection.seats, selected=len(selection.selected), open=len(selection.undecided)
    )
    parts: list[RenderableType] = [Styled(words.in_(lang), style="bold"), table]
    if selection.undecided:
        parts.append(Styled(WORDS["committee_decides"].in_(lang), style="magenta"))
    return Group(*parts)


def _row(one: Ranked, selection: Selection, lang: Lang) -> tuple[str, ...]:
    region = selection.call.region(one.region)
    return (
        "–" if one.rank is None else str(one.rank),
        one.id,
        region.prefecture if lang == "ja" else region.prefecture_en,
        *(
            points_text(value)
            for value in (one.evaluation_points, one.price_points, one.municipality_points, one.total_points)
        ),
        f"{_MARKS[one.selected]} {one.reason.label.in_(lang)}",
    )


def points_text(value: Fraction | None) -> str:
    """Return points as people read them; a dash where there are none."""
    return "–" if value is None else decimal(value)

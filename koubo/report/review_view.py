"""The one-page verdict of a review in a terminal: can it be filed as it is, and if not, what to do by when."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from koubo.report.terminal import counts
from koubo.report.words import WORDS
from koubo.reviewing import Review, Todo
from koubo.text import Lang

STYLES: dict[bool | None, str] = {True: "bold green", False: "bold red", None: "bold yellow"}
MARKS: dict[bool | None, str] = {True: "○", False: "×", None: "？"}


def review_view(review: Review, lang: Lang) -> RenderableType:
    """Return a review: the verdict, its parts, the chain that led there, and what to do, most serious first."""
    parts: list[RenderableType] = [_headline(review, lang), _reports(review, lang)]
    if review.conclusions:
        chain = " → ".join(f"{one.subject}: {one.meaning.in_(lang)}" for one in review.conclusions)
        parts.append(Styled(chain, style="dim"))
    if review.todo:
        parts.append(_todo(review.todo, lang))
    return Group(*parts)


def verdict_word(review: Review, lang: Lang) -> str:
    """Return the verdict of a review in words."""
    return WORDS[{True: "fileable", False: "not_fileable", None: "fileable_open"}[review.fileable]].in_(lang)


def report_rows(review: Review, lang: Lang) -> list[tuple[str, bool | None, str]]:
    """Return the reports behind a review: what each is about, how it stands, and how many findings it has."""
    rows: list[tuple[str, bool | None, str]] = []
    if review.eligibility is not None:
        found = WORDS["against"].format(**counts(review.eligibility.findings)).in_(lang)
        rows.append((WORDS["eligibility"].in_(lang), review.eligibility.eligible, found))
    if review.submission is not None:
        found = WORDS["against"].format(**counts(review.submission.findings)).in_(lang)
        rows.append((WORDS["submission"].in_(lang), review.submission.acceptable, found))
        rows.append((WORDS["content"].in_(lang), review.submission.content_complete, _contents(review, lang)))
    if review.budget is not None:
        found = WORDS["against"].format(**counts(review.budget.findings)).in_(lang)
        rows.append((WORDS["cap"].in_(lang), review.budget.totals.within_cap, found))
    return rows


def _contents(review: Review, lang: Lang) -> str:
    checklist = review.submission.checklist if review.submission is not None else ()
    stated = sum(entry.state == "stated" for entry in checklist)
    return WORDS["stated"].format(stated=stated, all=len(checklist)).in_(lang)


def _headline(review: Review, lang: Lang) -> Styled:
    return Styled(f"{MARKS[review.fileable]} {verdict_word(review, lang)}", style=STYLES[review.fileable])


def _reports(review: Review, lang: Lang) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    for label, state, found in report_rows(review, lang):
        table.add_row(Styled(MARKS[state], style=STYLES[state]), label, found)
    return table


def _todo(todo: tuple[Todo, ...], lang: Lang) -> Table:
    table = Table(title=WORDS["todo"].in_(lang), title_justify="left", header_style="bold", show_lines=True)
    table.add_column("", justify="right")
    table.add_column(WORDS["remedy"].in_(lang), overflow="fold", ratio=3)
    table.add_column(WORDS["until"].in_(lang), no_wrap=True)
    table.add_column(WORDS["subject"].in_(lang), overflow="fold")
    table.add_column(WORDS["clause"].in_(lang), overflow="fold")
    for number, one in enumerate(todo, start=1):
        style = "red" if one.finding.against else "magenta" if one.finding.open else "yellow"
        clause = Styled(f"{one.finding.clause}\n{one.finding.rule_id}", style="dim")
        until = (one.until or "").replace("T", " ").removesuffix(":00+09:00")
        table.add_row(
            str(number), Styled(one.action.in_(lang), style=style), until, Styled(one.finding.subject), clause
        )
    return table

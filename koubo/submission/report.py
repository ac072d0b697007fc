"""What ``check_submission`` gives: whether the submission is acceptable, and the checklists of content and support."""

from __future__ import annotations

from typing import Any, Literal

from attrs import frozen

from koubo.calls import Call, SupportItem
from koubo.engine.finding import Finding
from koubo.facts.menu import WishLevel
from koubo.models.dossier import Dossier
from koubo.results import Shown
from koubo.rules.rule import Effect, Rule, Status
from koubo.text import Text

State = Literal["stated", "missing", "unknown"]

_EXCLUDING = frozenset({Effect.DISQUALIFIED, Effect.INVALID})


@frozen(eq=False, kw_only=True)
class ContentEntry:
    """One required content of a proposal.

    Attributes:
        key: its key in ``proposal.contents``, where the id of its rule may stand as well.
        label: what has to be written.
        rule: the rule that asks for it.
        state: what the dossier says of it.
        status: what the rule says: ``not_applicable`` where this proposal need not hold it.
    """

    key: str
    label: Text
    rule: Rule
    state: State
    status: Status

    @property
    def excludes(self) -> bool:
        """Whether its lack is a ground for disqualification or exclusion."""
        return self.rule.otherwise in _EXCLUDING

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "id": self.rule.id,
            "key": self.key,
            "clause": self.rule.clause,
            "label": self.label.to_dict(),
            "state": self.state,
            "status": self.status.value,
            "effect": self.rule.otherwise.value,
            "excludes": self.excludes,
        }


@frozen(eq=False, kw_only=True)
class MenuEntry:
    """One kind of support: whether it is compulsory, how far the region wishes for it, whether it is covered."""

    item: SupportItem
    wish: WishLevel | None
    covered: bool | None

    @property
    def missing(self) -> bool:
        """Whether it is known to be left out although it is compulsory or wished for."""
        return self.covered is False and (self.item.compulsory or self.wish is WishLevel.FULL)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "id": self.item.id,
            "clause": self.item.clause,
            "label": self.item.title.to_dict(),
            "compulsory": self.item.compulsory,
            "wish": None if self.wish is None else self.wish.value,
            "covered": self.covered,
            "missing": self.missing,
        }


@frozen(eq=False, kw_only=True)
class SubmissionReport(Shown):
    """Whether an application is whole and in time, apart from the applicant's qualification.

    Attributes:
        acceptable: false where a document, channel, time, falsehood or uncorrected defect stands against it, else
            ``None`` where one is open, else true.
        content_complete: the same of the required contents; ``None`` where the dossier does not list them.
        checklist: every required content.
        menu: every kind of support.
        conclusions: what forward chaining concluded on the submission and the proposal.
        findings: violated and undetermined ones, in the order of the rule base.
        trace: all of them.
    """

    dossier: Dossier
    call: Call
    acceptable: bool | None
    content_complete: bool | None
    checklist: tuple[ContentEntry, ...]
    menu: tuple[MenuEntry, ...]
    conclusions: frozenset[str]
    findings: tuple[Finding, ...]
    trace: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "acceptable": self.acceptable,
            "content_complete": self.content_complete,
            "checklist": [entry.to_dict() for entry in self.checklist],
            "menu": [entry.to_dict() for entry in self.menu],
            "findings": [finding.to_dict() for finding in self.findings],
        }

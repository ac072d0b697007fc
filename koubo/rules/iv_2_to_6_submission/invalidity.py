"""IV.3.(4).②: what makes a proposal void."""

from __future__ import annotations

from koubo.facts.proposal import ProposalFacts
from koubo.rules.language import ALWAYS, condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

proposal = Subject("proposal", Text("提案書", "proposal"), ProposalFacts, parent="dossier")

RULES = (
    Rule(
        id="submission.proposal.correction",
        clause="IV.3.(4).②",
        title=Text(
            "修正を依頼された提案書の不備は、期限までに修正する",
            "A defect whose correction was asked for is corrected by the time set",
        ),
        applies=proposal.defect_found & proposal.correction_requested,
        requires=condition(proposal.corrected_in_time),
        otherwise=Effect.INVALID,
        remedy=Text(
            "期限までに修正した提案書を提出してください。期限を過ぎた修正は受け付けられません。",
            "File the corrected proposal by the time set; later corrections are not taken.",
        ),
        readings=("unasked_defect",),
    ),
    Rule(
        id="submission.proposal.unasked_defect",
        clause="IV.3.(4).②",
        title=Text("提案書に不備を残さない", "No defect is left in the proposal"),
        applies=proposal.defect_found & ~proposal.correction_requested,
        requires=condition(proposal.corrected),
        otherwise=Effect.WARNING,
        remedy=Text(
            "応募の締切までに不備を直して出し直すか、事務局に修正の要否を確認してください。",
            "Put it right and file again before the close, or ask the secretariat whether to correct it.",
        ),
        readings=("unasked_defect",),
    ),
    Rule(
        id="submission.proposal.falsehood",
        clause="IV.3.(4).②",
        title=Text("提案書に虚偽の記載がない", "The proposal contains no falsehood"),
        applies=ALWAYS,
        requires=~proposal.contains_falsehood,
        otherwise=Effect.INVALID,
        remedy=Text(
            "虚偽の記載を改め、応募の締切までに出し直してください。",
            "Correct what is false and file again before the close.",
        ),
        why=Text(
            "採択後に判明した場合も、契約の取消し及び損害賠償の対象となります（VIII.1）。",
            "Found later it cancels the contract and may lead to damages (VIII.1).",
        ),
    ),
)

"""A document received several times counts by its best copy: the one against which the rules say least."""

from __future__ import annotations

from collections.abc import Sequence

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.engine.outcome import Instance
from koubo.facts.submission import DocumentFacts, document_facts, no_document
from koubo.judging import judge
from koubo.models.submission import Document, DocumentKind, Submission
from koubo.rules.iv_2_to_6_submission.documents import document as document_subject

Weight = tuple[int, int, int]


def counted_documents(submission: Submission | None, call: Call) -> tuple[DocumentFacts, ...]:
    """Return for each document of an application the facts by which it counts."""
    documents = None if submission is None else submission.documents
    return tuple(_counted(kind, documents, call) for kind in DocumentKind)


def _counted(kind: DocumentKind, documents: Sequence[Document] | None, call: Call) -> DocumentFacts:
    named = [document_facts(kind, one) for one in documents or () if one.kind is kind]
    if not named:
        return no_document(kind, documents)
    weights = _weigh(named, call)
    best = min(range(len(named)), key=weights.__getitem__)
    unnamed = [document_facts(kind, one) for one in documents or () if one.kind is None]
    if weights[best][0] and any(not against for against, _, _ in _weigh(unnamed, call)):
        # Some document of which the kind is not known may be a better copy of this one.
        return DocumentFacts(document_kind=kind, received=True)
    return named[best]


def _weigh(copies: Sequence[DocumentFacts], call: Call) -> list[Weight]:
    """Return how many rules stand against each copy, leave it open, or warn."""
    instances = [Instance("document", "document", document_subject.flatten(copy)) for copy in copies]
    judged = judge(instances, call, "direct") if instances else None
    return [] if judged is None else [_weight(found) for found in judged.findings_by_instance]


def _weight(findings: Sequence[Finding]) -> Weight:
    against = sum(finding.against for finding in findings)
    left_open = sum(finding.open for finding in findings)
    return against, left_open, len(findings) - against - left_open

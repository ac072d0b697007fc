"""The subject lines that the call prescribes for mails to the secretariat."""

from __future__ import annotations

from koubo.calls import Call
from koubo.errors import InputError, Mistake
from koubo.judging import as_call
from koubo.models.checks import shown


def email_subject(kind: str, company: str, region: str, call: Call | str | None = None) -> str:
    """Return the subject line of a mail, with the applicant's name and the prefecture filled in (IV.3.(2), IV.5, IV.6).

    Args:
        kind: ``application``, ``upload_request``, ``question`` or ``consultation``.
        company: the applicant's name, on one line.
        region: id of the support region, such as ``miyagi``.
        call: the call or its id; ``r7`` where it is left out.

    Raises:
        InputError: if there is no such mail or region, or the name is empty or breaks the line.
    """
    asked = as_call(call)
    mistakes: list[Mistake] = []
    if not company.strip() or not company.isprintable():
        mistakes.append(Mistake("company", shown(company), "the applicant's name on one line"))
    for look_up, name in ((asked.mail, kind), (asked.region, region)):
        try:
            look_up(name)
        except InputError as error:
            mistakes.extend(error.mistakes)
    if mistakes:
        raise InputError(mistakes)
    return asked.mail(kind).subject_for(company.strip(), asked.region(region).prefecture)

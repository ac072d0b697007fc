"""VII.1.(3): intellectual property that came of the work."""

from __future__ import annotations

from koubo.models.happened import occurrences
from koubo.models.outcomes import Invention
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

invention = Subject("invention", Text("発明等", "invention"), Invention, occurrences(Invention))

RULES = (
    duty(
        "rights.confirmation.filed",
        "VII.1.(3)",
        Text("知的財産権の帰属に係る確認書を提出する", "The confirmation on which the rights stay is filed"),
        invention.confirmation_filed,
        Text("確認書を提出してください。", "File the confirmation."),
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "rights.invention.reported",
        "VII.1.(3).①",
        Text("発明等を行ったときは遅滞なく総務省に報告する", "Inventions are reported to the ministry without delay"),
        invention.reported,
        Text("事務局を通じて総務省に報告してください。", "Report it to the ministry through the secretariat."),
        readings=("without_delay",),
    ),
    duty(
        "rights.licence.free",
        "VII.1.(3).②",
        Text(
            "公共の利益のため理由を示して求められたときは、無償で実施を許諾する",
            "The ministry is licensed free of charge where it asks in the public interest, with reasons",
        ),
        invention.licensed_free,
        Text("無償で許諾してください。", "License it free of charge."),
        applies=invention.licence_requested,
    ),
    duty(
        "rights.licence.unused",
        "VII.1.(3).③",
        Text(
            "正当な理由なく活用していない権利は、求めに応じ第三者に実施を許諾する",
            "A right that lies unused without just reason is licensed to others on request",
        ),
        invention.licensed_to_third_party,
        Text("第三者に許諾してください。", "License it to others."),
        applies=invention.third_party_licence_requested,
    ),
    duty(
        "rights.transfer.approved_before",
        "VII.1.(3).④",
        Text(
            "特許権等の移転や利用権の設定には、あらかじめ総務省の承認を受ける",
            "The ministry approves a transfer, or an exclusive right, beforehand",
        ),
        beforehand(invention.transfer_approved_by, invention.transferred_on),
        Text("総務省の承認を受けてください。", "Obtain the ministry's approval."),
        applies=invention.transferred & ~invention.transfer_exempt,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
)

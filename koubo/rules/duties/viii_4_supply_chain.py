"""VIII.4.(1): what is told of each good and service before it is procured, its approval, and its risks."""

from __future__ import annotations

from koubo.facts.duties.supply_chain import SupplyChainFacts
from koubo.models.happened import occurrences
from koubo.models.supply_chain import ItemKind, SupplyChainItem
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

item = Subject(
    "supply_chain_item",
    Text("機器・役務", "good or service"),
    SupplyChainItem,
    occurrences(SupplyChainItem),
    SupplyChainFacts,
)

_CLAUSE = "VIII.4.(1)"
_covered = item.fields["kind"] != ItemKind.OTHER
_NO_RISK = Text(
    "利用を止め、事務局に連絡の上、別の機器・役務に替えてください。",
    "Stop using it, tell the secretariat, and use another instead.",
)

RULES = (
    duty(
        "supply_chain.item.particulars",
        _CLAUSE,
        Text("機器・役務ごとに必要な事項をすべて示す", "All particulars of each good and service are told"),
        item.missing_particulars == "",
        Text("欠けている事項を示してください。", "Tell the particulars that are lacking."),
        applies=_covered,
        otherwise=Effect.NEEDS_DOCUMENT,
        readings=("particulars_of_services",),
    ),
    duty(
        "supply_chain.item.certification_stated",
        _CLAUSE,
        Text(
            "特定高度情報通信技術活用システムは開発供給計画認定の有無を示す",
            "For a specified advanced system it is told whether its development and supply plan is certified",
        ),
        item.certification_stated,
        Text("認定の有無を示してください。", "Tell whether it is certified."),
        applies=_covered & item.specified_system,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "supply_chain.item.approved",
        _CLAUSE,
        Text("機器・役務は事務局の事前確認・承認を受ける", "Goods and services are confirmed and approved beforehand"),
        item.approved,
        Text("調達の前に事務局の承認を受けてください。", "Obtain the secretariat's approval before procuring it."),
        applies=_covered,
        otherwise=Effect.NEEDS_APPROVAL,
    ),
    duty(
        "supply_chain.item.approved_before",
        _CLAUSE,
        Text("承認は調達の前に受ける", "Approval comes before procurement"),
        beforehand(item.approved_on, item.procured_on),
        Text("調達の経緯を事務局に報告してください。", "Tell the secretariat how it came to be procured."),
        applies=_covered & item.procured & item.approved,
        otherwise=Effect.LATE,
        readings=SAME_DAY,
    ),
    duty(
        "supply_chain.item.no_change",
        "VIII.4.(1).イ.①",
        Text(
            "障害等リスクのあるソースコード等の埋込みや意図せざる変更を行わない",
            "Nothing that is known to hold a risk is built in, and nothing is changed without intent",
        ),
        ~item.built_in_risk,
        _NO_RISK,
    ),
    duty(
        "supply_chain.item.source_checked",
        "VIII.4.(1).イ.③",
        Text(
            "支障を及ぼす動機のおそれのある者によるものは、リスクを増大しないことを確かめて導入する",
            "What stems from somebody with a possible motive to do harm is checked before it is used",
        ),
        item.source_checked,
        Text("調査・試験等により確認してください。", "Check it by inquiry, tests or otherwise."),
        applies=item.doubtful_source,
    ),
    duty(
        "supply_chain.item.no_risk",
        "VIII.4.(1).ロ.①",
        Text(
            "利用する物品に障害等リスクや意図せざる変更がない",
            "Goods hold no known or knowable risk and no unintended change",
        ),
        ~item.known_risk,
        _NO_RISK,
    ),
    duty(
        "supply_chain.item.quality_assured",
        "VIII.4.(1).ロ.②",
        Text(
            "適正な品質管理の下で製作され、品質が保証された物品を利用する",
            "Goods are made under quality control and their quality is assured",
        ),
        item.quality_assured,
        Text("品質保証の有無を供給者に確かめてください。", "Ask the supplier for an assurance of quality."),
    ),
)

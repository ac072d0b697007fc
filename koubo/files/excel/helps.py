"""What the head of each column says on how to fill it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from koubo.text import Text

LINE_HELPS: Final[Mapping[str, Text]] = {
    "line_id": Text(
        "明細ごとに異なる番号や記号を記入してください（例：A01）。",
        "A number or sign of its own for each line, such as A01.",
    ),
    "category": Text("費目を一覧から選んでください。", "Choose the expense category from the list."),
    "amount_yen": Text(
        "消費税を除いた金額を円単位で記入してください。", "The amount in whole yen, without consumption tax."
    ),
    "description": Text("何のための費用かを簡潔に記入してください。", "What the cost is for, in a few words."),
    "member": Text(
        "費用を負担する法人の識別子です。「構成員・率」シートの識別子から選んでください。1法人の場合は空欄で構いません。",
        "The id of the corporation that bears the cost, as on the sheet of members and rates; may stay empty for one alone.",
    ),
    "nature": Text(
        "計上できない経費の例に当たる場合に選んでください。空欄は「該当なし」とみなします。",
        "Choose where the cost is one of those that are never charged; empty means none of the list.",
    ),
    "consultation": Text(
        "事務局との事前協議の状況です。空欄は「未協議」とみなします。",
        "How far prior consultation with the secretariat has come; empty means none.",
    ),
    "person": Text("従事する人の識別子や氏名です。", "Who works or travels: an id or a name."),
    "person_role": Text("その人の区分を一覧から選んでください。", "What that person is to the work."),
    "on_roster": Text("業務従事者名簿に登録されている人ですか。", "Is the person on the registered staff roster?"),
    "direct_work": Text(
        "本業務に直接従事しますか（経理事務は含みません）。",
        "Does the person work directly on the commissioned work (accounting does not count)?",
    ),
    "welfare_allowance_yen": Text(
        "人件費のうち福利厚生に係る手当の額（円）です。空欄は0円とみなします。",
        "The part of a labour line that is welfare allowance, in yen; empty means 0.",
    ),
    "one_way_km": Text(
        "実際の行程の片道の距離（km）です。", "Length of the one-way itinerary as travelled, in kilometres."
    ),
    "overseas": Text("海外への出張ですか。空欄は「いいえ」とみなします。", "Travel abroad? Empty means no."),
    "posting": Text(
        "常駐支援者の赴任や滞在の費用ですか。空欄は「いいえ」とみなします。",
        "The move or stay of a resident supporter? Empty means no.",
    ),
    "conference_fee": Text(
        "学会等の参加費ですか。空欄は「いいえ」とみなします。", "An admission fee of a conference? Empty means no."
    ),
    "unit_price_yen": Text(
        "1個当たりの取得価格（税抜、円）です。空欄の場合は金額と数量から求めます。",
        "Price of one item without tax, in yen; taken from amount and quantity where empty.",
    ),
    "quantity": Text("数量です。空欄は1とみなします。", "How many; empty means 1."),
    "useful_life_years": Text("使用できる見込みの年数です。", "Expected useful life in years."),
    "general_purpose": Text(
        "本業務以外にも使える汎用的な物ですか（パソコン、カメラ等）。",
        "Is it usable for general purposes beside this work (PC, camera …)?",
    ),
    "lease_reason_statement": Text(
        "リース等によらず購入する理由と継続使用の計画を記した理由書を提出しましたか。",
        "Is a statement filed of why it cannot be leased and how it will stay in use?",
    ),
    "rental_from": Text("借用を開始する日です（例：2025/6/1、令和7年6月1日）。", "First day of the lease."),
    "rental_to": Text("借用を終了する日です（その日を含みます）。", "Last day of the lease, included."),
    "used_at_posting_place": Text(
        "常駐場所で本業務そのもののために使いますか。", "Is it used at the posting place for the work itself?"
    ),
    "supplier": Text("調達先の識別子や名称です。", "The supplier: an id or a name."),
    "supplier_relation": Text(
        "費用を負担する法人から見た調達先との関係です。",
        "How the supplier stands to the corporation that bears the cost.",
    ),
    "cost_yen": Text(
        "自社や子会社等から調達する場合の、この明細全体の製造原価又は仕入原価（税抜、円）です。",
        "Manufacturing or purchase cost of the whole line without tax, where it comes from oneself or one's own companies.",
    ),
    "cost_basis": Text("原価が実績か見積かを選んでください。", "Whether the cost was spent or is estimated."),
    "essential_part": Text(
        "再委託・外注する作業は、業務の本質的な部分ですか。", "Is what is subcontracted an essential part of the work?"
    ),
    "cloud_service": Text(
        "クラウドサービスの利用料ですか。空欄は「いいえ」とみなします。", "A cloud service? Empty means no."
    ),
    "office_use": Text("事業所やオフィスの光熱水料ですか。", "Utilities of an office or business place?"),
    "ordered_on": Text("発注した日です（精算時に記入してください）。", "The day of the order (for a settlement)."),
    "paid_on": Text("支払った日です（精算時に記入してください）。", "The day of the payment (for a settlement)."),
    "evidence": Text(
        "証憑書類がそろっていますか（精算時に記入してください）。", "Are the vouchers there (for a settlement)?"
    ),
}

RATE_HELPS: Final[Mapping[str, Text]] = {
    "member": Text(
        "法人を区別する記号や名称です。支出計画書の「負担法人」と同じ書き方にしてください。",
        "An id or name of the corporation, written as in the lines.",
    ),
    "own": Text(
        "自社の率を直接記入する場合に使います（例：8.3%）。右の財務諸表の3項目を記入する場合は空欄にしてください。",
        "The corporation's own rate, such as 8.3%; leave empty where the three figures to the right are given.",
    ),
    "selling_and_general_administrative_yen": Text(
        "損益計算書の販売費及び一般管理費の額（円）です。率を計算する場合に3項目とも記入してください。",
        "From the profit and loss statement, in yen; give all three figures to have the rate worked out.",
    ),
    "selling_yen": Text(
        "左の額のうち販売費の額（円）です。", "Selling expenses within the figure to the left, in yen."
    ),
    "cost_of_sales_yen": Text("売上原価の額（円）です。", "Cost of sales, in yen."),
    "separately_set": Text(
        "大学等で率が別に定められている場合に、その率を記入してください。",
        "The rate that is set separately, as for a university.",
    ),
}

BUDGET_HELPS: Final[Mapping[str, Text]] = {
    "stage": Text(
        "応募時の計画か、精算かを選んでください。空欄は「計画」とみなします。", "Plan or settlement; empty means plan."
    ),
    "region": Text("支援する地域を選んでください。", "The support region."),
    "contract_from": Text("契約期間の初日です。", "First day of the contract term."),
    "contract_to": Text("契約期間の末日です。", "Last day of the contract term."),
    "cap_with_tax_yen": Text(
        "事務局から公募要領より低い限度額を示された場合に、その額（税込、円）を記入してください。",
        "Only where the secretariat set a lower cap than the call: that cap with tax, in yen.",
    ),
}

CANDIDATE_HELPS: Final[Mapping[str, Text]] = {
    "id": Text("候補ごとに異なる記号です。", "A sign of its own for each candidate."),
    "region": Text("提案の対象となる支援地域を選んでください。", "The support region that it is for."),
    "estimate_with_tax_yen": Text(
        "支出計画書の見積経費の総額（税込、円）です。", "The estimate of its expenditure plan, tax included, in yen."
    ),
    "eligible": Text(
        "応募資格や形式を満たし審査の対象となりますか。不明の場合は空欄にしてください。",
        "Is it eligible and in due form? Leave empty where that is not known.",
    ),
}
GATE_HELP: Final = Text(
    "この要件を満たしますか。不明の場合は空欄にしてください。",
    "Is this requirement met? Leave empty where that is not known.",
)
GRADE_HELP: Final = Text(
    "評価をS、A、B、C、Dから選んでください。委員ごとに記入する場合は空欄にし、「採点」シートに記入してください。",
    "S, A, B, C or D; leave empty where the reviewers' sheets stand on the sheet of the reviews.",
)
REVIEW_HELPS: Final[Mapping[str, Text]] = {
    "candidate": Text("応募一覧の候補の記号です。", "The candidate, as in the list."),
    "reviewer": Text("委員の番号や氏名です。", "The reviewer: a number or a name."),
}
ROUND_HELPS: Final[Mapping[str, Text]] = {
    "seats": Text("空欄の場合は公募要領の件数とします。", "How many can be selected; the call's number where empty."),
    "minimum_evaluation_points": Text(
        "評価点がこの点に満たない提案は選定しません。基準がない場合は空欄にしてください。",
        "Proposals with less are not selected; empty for no minimum.",
    ),
    "withdrawn": Text(
        "選定後に契約に至らなかった候補の記号です。1行に1件ずつ記入してください。",
        "A selected candidate whose contract fell through; one in each row.",
    ),
    "call": Text("公募の識別子です。", "The id of the call."),
}

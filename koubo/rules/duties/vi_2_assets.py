"""VI.2.(4) and VIII.4.(3): how what was bought is kept, and certified radio equipment."""

from __future__ import annotations

from koubo.models.assets import Asset
from koubo.rules.duties.duty import duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

asset = Subject("asset", Text("取得財産", "asset"), Asset)

_CLAUSE = "VI.2.(4)"

RULES = (
    duty(
        "asset.register.entered",
        _CLAUSE,
        Text("購入物品を管理簿に登録する", "What was bought is entered in a register"),
        asset.registered,
        Text("管理簿に登録してください。", "Enter it in the register."),
    ),
    duty(
        "asset.label.shown",
        _CLAUSE,
        Text("本業務の購入物品である旨をシール等で明示する", "What was bought bears a mark that says so"),
        asset.labelled,
        Text("シールを貼るなどして明示してください。", "Mark it, by a sticker for example."),
    ),
    duty(
        "asset.care.kept",
        _CLAUSE,
        Text("取得した物品を善良な管理者の注意をもって管理する", "What was bought is kept with due care"),
        ~asset.lost_or_damaged,
        Text(
            "滅失・毀損の状況を事務局に報告してください。補修の費用は計上できません。",
            "Tell the secretariat what happened; repairing it cannot be charged.",
        ),
        otherwise=Effect.WARNING,
    ),
    duty(
        "asset.handing_on.agreed",
        _CLAUSE,
        Text(
            "業務終了後の取扱いは、個別の決定を受けてから行う",
            "What becomes of it after the work is decided case by case, before it is handed on",
        ),
        asset.handing_on_agreed,
        Text("取扱いについて事務局と協議してください。", "Ask the secretariat what shall become of it."),
        applies=asset.handed_on,
        otherwise=Effect.NEEDS_APPROVAL,
    ),
)

RADIO_RULES = (
    duty(
        "radio.equipment.certified",
        "VIII.4.(3)",
        Text(
            "特定無線設備は技術基準適合証明等を受けた機器とする",
            "Specified radio equipment has its conformity certified",
        ),
        asset.radio_certified,
        Text("証明等を受けた機器に替えてください。", "Use certified equipment instead."),
        applies=asset.radio,
    ),
)

"""VIII.5.(2).ハ to ル, 別添3.1.(3), 3.2.(2) and 3.3.(1): each entry of the information register."""

from __future__ import annotations

from koubo.facts.duties.information import EntryFacts
from koubo.facts.duties.term import Term
from koubo.models.information_entry import Disposal, InformationEntry
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

entry = Subject(
    "information_entry", Text("情報管理簿の情報", "entry of the register"), InformationEntry, EntryFacts, Term
)

_MEDIA = "VIII.5.(2).ヌ"
_KEPT = "VIII.5.(2).リ"
_HANDLING = "別添3.1.(3)"

RULES = (
    duty(
        "information.use.for_work_only",
        "VIII.5.(2).ハ",
        Text("提供された情報は本業務にのみ使用する", "Information is used for this work only"),
        ~entry.used_otherwise,
        Text("目的外の使用を止め、事務局に報告してください。", "Stop the other use and tell the secretariat."),
    ),
    duty(
        "information.secrecy.kept",
        "VIII.5.(2).ハ",
        Text("提供された情報を本業務を行う者以外に開示しない", "Information is kept from persons outside the work"),
        ~entry.shown_outside,
        Text("開示を止め、事務局に報告してください。", "Stop the disclosure and tell the secretariat."),
    ),
    duty(
        "information.standard_terms.none",
        "VIII.5.(2).ニ",
        Text(
            "要機密情報を約款による外部サービスで取り扱わない",
            "Nothing confidential is handled on a service under standard terms",
        ),
        ~entry.standard_terms_service,
        Text("約款による外部サービスから移してください。", "Move it off that service."),
        applies=entry.confidential,
    ),
    duty(
        "information.storage.japanese_law",
        "VIII.5.(2).ヘ",
        Text(
            "要機密情報は国内法が適用される場所に保存する", "What is confidential is stored where Japanese law applies"
        ),
        entry.under_japanese_law,
        Text("国内法が適用される場所に移してください。", "Move it where Japanese law applies."),
        applies=entry.confidential,
    ),
    duty(
        "information.restriction.kept",
        _KEPT,
        Text("明示された取扱制限に従って取り扱う", "Restrictions on handling are kept"),
        entry.restriction_kept,
        Text("取扱制限に従ってください。", "Keep the restriction."),
        applies=entry.restricted,
    ),
    duty(
        "information.retention.kept",
        _KEPT,
        Text("保存期間が満了する日まで保存する", "Information is kept until the last day of its retention"),
        entry.disposed_on > entry.keep_until,
        Text("処理の経緯を事務局に報告してください。", "Tell the secretariat how it came to be disposed of."),
        applies=entry.disposed & entry.retention_set,
        readings=("retention_last_day",),
    ),
    duty(
        "information.backup.taken",
        _KEPT,
        Text(
            "滅失等により業務に支障を及ぼすおそれが大きい情報はバックアップ又は複写をとる",
            "What would harm the work if lost, and is likely to be, is backed up or copied",
        ),
        entry.backed_up,
        Text("バックアップ又は複写をとってください。", "Back it up or copy it."),
        applies=entry.loss_likely,
    ),
    duty(
        "information.media.needed",
        _MEDIA,
        Text("外部電磁的記録媒体は他に代替手段がない場合に限り使う", "External media are used for want of other means"),
        entry.media_needed,
        Text("他の手段に替えてください。", "Use other means."),
        applies=entry.on_media,
    ),
    duty(
        "information.media.registered",
        _MEDIA,
        Text("外部電磁的記録媒体の管理簿を作成する", "External media are in a register"),
        entry.media_registered,
        Text("管理簿を作成してください。", "Make the register."),
        applies=entry.on_media,
    ),
    duty(
        "information.media.locked",
        _MEDIA,
        Text("外部電磁的記録媒体を施錠保管する", "External media are locked away"),
        entry.media_locked,
        Text("施錠可能な保管庫等に保管してください。", "Keep them under lock and key."),
        applies=entry.on_media,
    ),
    duty(
        "information.media.function_used",
        _MEDIA,
        Text(
            "外部電磁的記録媒体が備える主体認証・暗号化機能を利用する",
            "Authentication and encryption of external media are used where they have them",
        ),
        entry.media_function_used,
        Text("備わる機能を利用してください。", "Use the function."),
        applies=entry.on_media & entry.media_secure,
    ),
    duty(
        "information.media.erased",
        _MEDIA,
        Text("使用後は外部電磁的記録媒体の情報を完全に削除する", "External media are fully erased after use"),
        entry.media_erased,
        Text("情報を完全に削除してください。", "Erase them fully."),
        applies=entry.on_media & entry.media_done,
    ),
    duty(
        "information.cloud.nothing_confidential",
        "VIII.5.(2).ル",
        Text("クラウドで要機密情報を取り扱わない", "Nothing confidential is handled on a cloud service"),
        ~entry.on_cloud,
        Text("クラウドから移してください。", "Move it off the cloud."),
        applies=entry.confidential,
    ),
)

PROTECTED_RULES = (
    duty(
        "information.protected.systems",
        _HANDLING,
        Text(
            "要保護情報は許可なく管理外の情報システムで取り扱わない",
            "Protected information is not handled on systems outside control without permission",
        ),
        entry.exception_permitted,
        Text("許可を得るか、管理下のシステムに替えてください。", "Obtain permission, or use a system under control."),
        applies=entry.protected & entry.outside_control,
        otherwise=Effect.NEEDS_APPROVAL,
    ),
    duty(
        "information.protected.storage",
        _HANDLING,
        Text(
            "要保護情報は許可なく管理外のシステム・媒体に保存しない",
            "Protected information is not stored outside control without permission",
        ),
        entry.exception_permitted,
        Text("許可を得るか、管理下の保存先に移してください。", "Obtain permission, or move it under control."),
        applies=entry.protected & entry.stored_outside_control,
        otherwise=Effect.NEEDS_APPROVAL,
    ),
    duty(
        "information.protected.mail_encrypted",
        _HANDLING,
        Text("要保護情報の電子メールは暗号化する", "Protected information is encrypted when it is mailed"),
        entry.mail_encrypted,
        Text("送信の経緯を事務局に報告してください。", "Tell the secretariat how it came to be sent."),
        applies=entry.protected & entry.mailed,
    ),
)

REGISTER_RULES = (
    duty(
        "information.register.complete",
        "別添3.2.(2)",
        Text(
            "情報管理簿に授受方法・保管場所・保管方法・作業場所・使用目的を記載する",
            "The register tells transfer, storage place and method, workplace and purpose",
        ),
        entry.missing_parts == "",
        Text("欠けている事項を記載してください。", "Enter what is lacking."),
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
)

RETURN_RULES = (
    duty(
        "information.disposal.approved_before",
        "別添3.3.(1)",
        Text(
            "情報の返却・消去・廃棄は、情報返却等計画書の承認を得てから行う",
            "Nothing is returned, erased or destroyed before the plan of return is approved",
        ),
        beforehand(entry.return_approved_by, entry.disposed_on),
        Text("情報返却等計画書を提出し、承認を得てください。", "Submit a plan of return and obtain approval."),
        applies=entry.disposed,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
    duty(
        "information.disposal.done",
        "別添3.3.(1)",
        Text(
            "作業完了時に、管理簿に記載したすべての情報を返却・消去・廃棄する",
            "When the work is done, everything in the register is returned, erased or destroyed",
        ),
        entry.disposal != Disposal.NONE,
        Text("情報返却等計画書に従って処理してください。", "Dispose of it as the plan of return says."),
        applies=entry.work_over,
    ),
)

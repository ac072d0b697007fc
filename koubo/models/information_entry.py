"""An entry of the information register (情報管理簿): what it is, how it is kept, what became of it (VIII.5.(2), 別添3)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.models.checks import fact, field_mistakes, is_id, raise_all
from koubo.models.fields import choice, day, flag
from koubo.models.labelled import LabelledEnum
from koubo.models.many import choices


class Origin(LabelledEnum):
    """Where an entry comes from (別添3.2.(2))."""

    LENT = "lent", "貸与", "lent"
    PERMITTED = "permitted", "使用許可", "permitted for use"
    CREATED = "created", "業務で作成", "made in the work"


class Disposal(LabelledEnum):
    """What became of an entry (別添3.3.(1))."""

    RETURNED = "returned", "返却", "returned"
    ERASED = "erased", "消去", "erased"
    DESTROYED = "destroyed", "廃棄", "destroyed"
    NONE = "none", "未処理", "not disposed of"


class EntryPart(LabelledEnum):
    """What the register says of an entry (別添3.2.(2))."""

    TRANSFER = "transfer", "授受方法", "way of transfer"
    STORAGE_PLACE = "storage_place", "保管場所", "storage place"
    STORAGE_METHOD = "storage_method", "保管方法", "storage method"
    WORKPLACE = "workplace", "作業場所", "workplace"
    PURPOSE = "purpose", "使用目的", "purpose"


@frozen(kw_only=True)
class InformationEntry:
    """An entry of the information register."""

    id: str = field(metadata=fact(is_id, "情報の識別子", "entry id"))
    origin: Origin | None = choice(Origin, "入手の経緯", "origin")
    parts: tuple[EntryPart, ...] | None = choices(
        EntryPart, "管理簿の記載事項", "what the register says", compound=True
    )
    confidential: bool | None = flag("要機密情報", "is confidential")
    protected: bool | None = flag("要保護情報", "is designated as protected")
    used_otherwise: bool | None = flag("目的外の使用", "was used for another purpose")
    shown_outside: bool | None = flag("業務従事者以外への開示", "was shown to persons outside the work")
    standard_terms_service: bool | None = flag(
        "約款による外部サービスでの取扱い", "is handled on a service under standard terms"
    )
    on_cloud: bool | None = flag("クラウドでの取扱い", "is handled on a cloud service")
    under_japanese_law: bool | None = flag("国内法が適用される場所での保存", "is stored where Japanese law applies")
    restricted: bool | None = flag("取扱制限の明示", "its handling is restricted")
    restriction_kept: bool | None = flag("取扱制限の遵守", "the restriction is kept")
    loss_likely: bool | None = flag("滅失等により支障を及ぼすおそれ", "its loss is likely and would harm the work")
    backed_up: bool | None = flag("バックアップ・複写", "a back-up or copy is kept")
    outside_control: bool | None = flag("管理外の情報システムでの取扱い", "is handled on systems outside control")
    stored_outside_control: bool | None = flag("管理外のシステム・媒体への保存", "is stored outside control")
    exception_permitted: bool | None = flag("管理外利用の許可", "use outside control was permitted")
    mailed: bool | None = flag("電子メールでの送信", "was sent by mail")
    mail_encrypted: bool | None = flag("電子メールの暗号化", "the mail was encrypted")
    on_media: bool | None = flag("外部電磁的記録媒体への保存", "is stored on external media")
    media_needed: bool | None = flag("媒体以外の代替手段がないこと", "there is no other means than external media")
    media_registered: bool | None = flag("媒体の管理簿の作成", "the media are in a register")
    media_locked: bool | None = flag("媒体の施錠保管", "the media are locked away")
    media_secure: bool | None = flag("主体認証・暗号化機能を備える媒体", "the media have authentication or encryption")
    media_function_used: bool | None = flag("媒体の主体認証・暗号化機能の利用", "that function is used")
    media_done: bool | None = flag("媒体の使用終了", "the media are no longer used")
    media_erased: bool | None = flag("使用後の媒体からの完全削除", "the media were erased after use")
    retention_set: bool | None = flag("保存期間の定め", "a retention is set")
    keep_until: date | None = day("保存期間の満了日", "to be kept until")
    disposal: Disposal | None = choice(Disposal, "返却・消去・廃棄", "disposal")
    disposed_on: date | None = day("処理した日", "disposed of on")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))

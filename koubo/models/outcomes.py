"""What the work brings about: reports, publications, inventions, secrets shown to others (VII, VIII.3)."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from koubo.models.checks import field_mistakes, raise_all
from koubo.models.fields import choice, day, flag, name
from koubo.models.happened import DoneOn, done_on
from koubo.models.labelled import LabelledEnum
from koubo.models.many import choices


class ReportKind(LabelledEnum):
    """The reports that are due."""

    INTERIM = "interim", "中間報告", "interim report"
    FINAL = "final", "最終報告", "final report"
    EXPENDITURE = "expenditure", "支出報告書", "report of expenditure"


class InterimTopic(LabelledEnum):
    """The topics of the interim report."""

    MEANING = "meaning", "位置づけ・意義", "place and meaning"
    ROADMAP = "roadmap", "道筋・戦略", "road map and strategy"
    OUTCOME = "outcome", "アウトカムの達成見込み", "outcome and its prospect"
    OUTPUT = "output", "アウトプットの達成状況", "output and progress"
    STRUCTURE = "structure", "実施体制", "structure"
    WORK_PLAN = "work_plan", "実施計画", "plan of the work"
    SPENDING = "spending", "経費支出の妥当性", "soundness of spending"


class Right(LabelledEnum):
    """Intellectual property as VII.1.(3) counts it, the right to obtain one included."""

    PATENT = "patent", "特許権", "patent"
    UTILITY_MODEL = "utility_model", "実用新案権", "utility model right"
    DESIGN = "design", "意匠権", "design right"
    CIRCUIT_LAYOUT = "circuit_layout", "回路配置利用権", "circuit layout right"
    BREEDER = "breeder", "育成者権", "plant breeder's right"
    COPYRIGHT = "copyright", "著作権", "copyright"
    KNOW_HOW = "know_how", "指定されたノウハウを使用する権利", "right to use designated know-how"


@frozen(kw_only=True)
class Report:
    """A report of results or of expenditure."""

    kind: ReportKind | None = choice(ReportKind, "報告の種類", "kind of report")
    due_on: date | None = day("指定された提出期限", "day set for it")
    submitted_on: DoneOn = done_on("提出", "submitted")
    topics: tuple[InterimTopic, ...] | None = choices(
        InterimTopic, "中間報告の記載事項", "topics of the interim report", compound=True
    )
    in_given_form: bool | None = flag("事務局の指示する様式・内容", "in the form and content that the secretariat gave")
    corrections_requested: bool | None = flag("修正の指示", "corrections were directed")
    corrections_made: bool | None = flag("修正の完了", "all corrections were made")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Publication:
    """A publication of activities or results, in print or in the media."""

    id: str | None = name("ID", "id")
    published_on: DoneOn = done_on("公表", "published")
    notified_on: DoneOn = done_on("総務省への事前連絡", "ministry was told")
    names_project: bool | None = flag("本業務の成果である旨の明記", "says that it comes from this work")
    publicity: bool | None = flag("支援地域と連携した広報活動", "is publicity work with the region")
    names_package: bool | None = flag("パッケージ事業で実施した旨の明示", "names the ministry's package programme")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Invention:
    """An invention or other intellectual property that came of the work."""

    id: str | None = name("ID", "id")
    right: Right | None = choice(Right, "権利の種類", "kind of right")
    confirmation_filed: bool | None = flag("知的財産権に係る確認書の提出", "the confirmation on rights was filed")
    reported: bool | None = flag("総務省への報告", "reported to the ministry")
    licence_requested: bool | None = flag(
        "公共の利益のための実施許諾の求め", "the ministry asked for a licence in the public interest"
    )
    licensed_free: bool | None = flag("無償での実施許諾", "licensed to the ministry free of charge")
    third_party_licence_requested: bool | None = flag(
        "正当な理由のない不活用に伴う第三者への許諾の求め",
        "the ministry asked for a licence to others as it lies unused without reason",
    )
    licensed_to_third_party: bool | None = flag("第三者への実施許諾", "licensed to others")
    transferred_on: DoneOn = done_on("移転・専用実施権等の設定", "transferred, or exclusively licensed")
    transfer_exempt: bool | None = flag(
        "合併・分割又は政令で定める場合の移転", "transferred by merger or otherwise exempt by cabinet order"
    )
    transfer_approved_on: DoneOn = done_on("移転等に係る総務省の承認", "ministry's approval of the transfer")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Disclosure:
    """A business secret shown to a third party."""

    id: str | None = name("ID", "id")
    disclosed_on: DoneOn = done_on("第三者への開示", "shown to a third party")
    consulted_on: DoneOn = done_on("総務省との協議", "consulted with the ministry")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))

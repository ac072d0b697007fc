"""The facts of a person of the staff (IV.1.(1).ロ, VIII.4.(2))."""

from __future__ import annotations

from attrs import field, frozen

from koubo.facts.logic import every, some
from koubo.facts.people import is_for
from koubo.models.checks import fact, is_flag
from koubo.models.dossier import Dossier
from koubo.models.fields import choice, flag
from koubo.models.staff import Employment, Posting, StaffMember, StaffRole


@frozen(kw_only=True)
class PersonFacts:
    """What is known of one person."""

    project_manager: bool = field(metadata=fact(is_flag, "業務統括責任者", "project manager"))
    resident_supporter: bool = field(metadata=fact(is_flag, "常駐支援者", "resident supporter"))
    joint: bool | None = flag("共同での応募", "the applicant is a consortium")
    of_representative: bool | None = flag("代表機関の所属", "belongs to the representative")
    employment: Employment | None = choice(Employment, "雇用形態", "employment")
    lives_in_japan: bool | None = flag("国内在住", "lives in Japan")
    enough_time: bool | None = flag("必要かつ十分な時間の確保", "enough time for the work")
    directed_comparable_project: bool | None = flag(
        "同規模プロジェクトの統括実績", "has directed a project of comparable size"
    )
    expected_to_leave: bool | None = flag("応募者を離れる見込み", "expected to leave the applicant")
    prefectural_dx_experience: bool | None = flag(
        "都道府県現場のDX関連業務の経験", "experience of DX work on the spot in a prefecture"
    )
    related_experience: bool | None = flag("関連業務の経験・実績", "experience of related work")
    nationality_disclosed: bool | None = flag("国籍の情報の提示", "nationality disclosed")
    stationed: bool | None = flag("本提案での常駐", "posted for this proposal")
    dedicated: bool | None = flag("常駐中の本業務への専念", "works on this alone while posted")


def person_facts(entry: StaffMember, dossier: Dossier) -> PersonFacts:
    """Return the facts of a person of the dossier."""
    resident = entry.has(StaffRole.RESIDENT_SUPPORTER)
    postings = entry.postings
    return PersonFacts(
        project_manager=entry.has(StaffRole.PROJECT_MANAGER),
        resident_supporter=resident,
        joint=dossier.is_consortium,
        of_representative=_of_representative(entry, dossier),
        employment=entry.employment,
        lives_in_japan=entry.lives_in_japan,
        enough_time=entry.enough_time,
        directed_comparable_project=entry.directed_comparable_project,
        expected_to_leave=entry.expected_to_leave,
        prefectural_dx_experience=entry.prefectural_dx_experience,
        related_experience=entry.related_experience,
        nationality_disclosed=entry.nationality_disclosed,
        stationed=some(None if postings is None else [is_for(one, dossier) for one in postings]),
        dedicated=every(None if postings is None else [_dedicated(one, dossier) for one in postings]),
    )


def _of_representative(entry: StaffMember, dossier: Dossier) -> bool | None:
    home, representative = dossier.member_of(entry), dossier.representative_id
    return None if home is None or representative is None else home == representative


def _dedicated(posting: Posting, dossier: Dossier) -> bool | None:
    """Whether a posting, if it is for the proposal, is dedicated to it."""
    for_proposal = is_for(posting, dossier)
    return some((posting.dedicated, None if for_proposal is None else not for_proposal))

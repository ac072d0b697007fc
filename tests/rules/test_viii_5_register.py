"""VIII.5.(2).ハ to ル, 別添3: the entries of the information register."""

from __future__ import annotations

from asked import EARLY, LATE, LIMIT, asked, by, nothing_in
from cases import Case, Table, both_runners

from koubo.models.information_entry import Disposal
from koubo.rules.duties.viii_5_register import entry

CONFIDENTIAL, MEDIA, PROTECTED = {"confidential": True}, {"on_media": True}, {"protected": True}
KEPT = {"disposed": True, "retention_set": True, "keep_until": LIMIT}

TABLE = Table(
    entry,
    {"id": "d1"},
    {
        "information.use.for_work_only": asked("used_otherwise", never=True),
        "information.secrecy.kept": asked("shown_outside", never=True),
        "information.standard_terms.none": asked("standard_terms_service", CONFIDENTIAL, never=True),
        "information.storage.japanese_law": asked("under_japanese_law", CONFIDENTIAL),
        "information.restriction.kept": asked("restriction_kept", {"restricted": True}),
        "information.retention.kept": {
            "satisfied": [{**KEPT, "disposed_on": LATE}],
            "violated": [{**KEPT, "disposed_on": LIMIT}, {**KEPT, "disposed_on": EARLY}],
            "undetermined": [KEPT, {**KEPT, "disposed_on": LATE, "keep_until": None}, {}],
            "not_applicable": [
                {**KEPT, "disposed_on": EARLY, "disposed": False},
                {**KEPT, "disposed_on": EARLY, "retention_set": False},
            ],
        },
        "information.backup.taken": asked("backed_up", {"loss_likely": True}),
        "information.media.needed": asked("media_needed", MEDIA),
        "information.media.registered": asked("media_registered", MEDIA),
        "information.media.locked": asked("media_locked", MEDIA),
        "information.media.function_used": asked("media_function_used", {**MEDIA, "media_secure": True}),
        "information.media.erased": asked("media_erased", {**MEDIA, "media_done": True}),
        "information.cloud.nothing_confidential": asked("on_cloud", CONFIDENTIAL, never=True),
        "information.protected.systems": asked("exception_permitted", {**PROTECTED, "outside_control": True}),
        "information.protected.storage": asked("exception_permitted", {**PROTECTED, "stored_outside_control": True}),
        "information.protected.mail_encrypted": asked("mail_encrypted", {**PROTECTED, "mailed": True}),
        "information.register.complete": nothing_in("missing_parts", "purpose"),
        "information.disposal.approved_before": by("return_approved_by", "disposed_on", {"disposed": True}),
        "information.disposal.done": {
            "satisfied": [
                {"work_over": True, "disposal": disposal} for disposal in Disposal if disposal is not Disposal.NONE
            ],
            "violated": [{"work_over": True, "disposal": Disposal.NONE}],
            "undetermined": [{"work_over": True}, {"disposal": Disposal.NONE}, {}],
            "not_applicable": [{"work_over": False, "disposal": Disposal.NONE}],
        },
    },
)


@both_runners
@TABLE.each
def test_each_entry_is_kept_and_disposed_of_as_asked(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status

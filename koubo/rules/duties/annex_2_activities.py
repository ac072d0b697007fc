"""別添2.(3) and (5): training, seminar, publicity and meetings that are held in the work."""

from __future__ import annotations

from koubo.facts.duties.term import Term
from koubo.models.happened import occurrences
from koubo.models.partners import Activities
from koubo.rules.duties.duty import beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

activities = Subject(
    "activities",
    Text("広報・研修・現地セミナー等", "training, seminar and publicity"),
    Activities,
    occurrences(Activities),
    Term,
)

RULES = (
    duty(
        "activity.training.held",
        "別添2.(3).a",
        Text("支援地域で研修を開催する", "Training is held in the region"),
        beforehand(activities.training_held_by, activities.contract_to),
        Text("研修を開催してください。", "Hold the training."),
    ),
    duty(
        "activity.seminar.held",
        "別添2.(3).a",
        Text("支援地域で現地セミナーを開催する", "A seminar is held in the region"),
        beforehand(activities.seminar_held_by, activities.contract_to),
        Text("現地セミナーを開催してください。", "Hold the seminar."),
    ),
    duty(
        "activity.media.consulted",
        "別添2.(3).a",
        Text("実施時期と媒体を事務局に相談する", "Time and media are discussed with the secretariat"),
        activities.media_consulted,
        Text("事務局に相談してください。", "Ask the secretariat."),
        applies=activities.seminar_held,
        otherwise=Effect.NEEDS_CONSULTATION,
    ),
    duty(
        "activity.bureau.coordinated",
        "別添2.(3).a",
        Text("総合通信局の施策と連携して進める", "The regional telecommunications bureau is worked with"),
        activities.bureau_coordinated,
        Text("総合通信局と連携してください。", "Work with the bureau."),
        applies=activities.seminar_held,
    ),
    duty(
        "activity.publicity.regional",
        "別添2.(3).b",
        Text("都道府県全域に支援成果等を周知する", "Results are made known in the whole prefecture"),
        activities.regional_publicity,
        Text("都道府県全域への広報を行ってください。", "Make them known in the whole prefecture."),
        applies=activities.work_over,
    ),
    duty(
        "activity.publicity.national",
        "別添2.(3).b",
        Text(
            "地方公共団体職員を主な読者とする媒体への記事投稿等を行う",
            "Articles are placed in media that local government staff read",
        ),
        activities.national_article,
        Text("記事の投稿等を行ってください。", "Place such articles."),
        applies=activities.work_over,
    ),
    duty(
        "activity.interim_meeting.attended",
        "別添2.(5)",
        Text("中間報告会に参加する", "The interim meeting is attended"),
        activities.interim_meeting_attended,
        Text("報告会への参加について事務局に連絡してください。", "Ask the secretariat about the meeting."),
        applies=activities.work_over,
    ),
    duty(
        "activity.final_meeting.attended",
        "別添2.(5)",
        Text("最終報告会に参加する", "The final meeting is attended"),
        activities.final_meeting_attended,
        Text("報告会への参加について事務局に連絡してください。", "Ask the secretariat about the meeting."),
        applies=activities.work_over,
    ),
)

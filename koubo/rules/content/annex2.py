"""別添2: what the supporter carries out itself and therefore writes into the proposal."""

from __future__ import annotations

from koubo.rules.content.stated import content, stated
from koubo.rules.language import condition

RULES = (
    stated("annex2.permits", "別添2.(1)"),
    stated("annex2.ict_procurement", "別添2.(2)", applies=condition(content.uses_ict_equipment)),
    stated("annex2.training", "別添2.(3).a"),
    stated("annex2.seminar", "別添2.(3).a"),
    stated("annex2.seminar_media", "別添2.(3).a"),
    stated("annex2.bureau", "別添2.(3).a"),
    stated("annex2.regional_publicity", "別添2.(3).b"),
    stated("annex2.national_publicity", "別添2.(3).b"),
    stated("annex2.publicity_attribution", "別添2.(3).b"),
    stated("annex2.report", "別添2.(4)"),
    stated("annex2.research", "別添2.(5)"),
    stated("annex2.dissemination", "別添2.(5)"),
)

"""別添2: what the supporter carries out itself and therefore writes into the proposal."""

from __future__ import annotations

from koubo.rules.content.stated import content, stated
from koubo.rules.language import condition

RULES = (
    stated("implementation.permits", "別添2.(1)"),
    stated("implementation.ict_procurement", "別添2.(2)", applies=condition(content.uses_ict_equipment)),
    stated("implementation.training", "別添2.(3).a"),
    stated("implementation.seminar", "別添2.(3).a"),
    stated("implementation.seminar_media", "別添2.(3).a"),
    stated("implementation.bureau", "別添2.(3).a"),
    stated("implementation.regional_publicity", "別添2.(3).b"),
    stated("implementation.national_publicity", "別添2.(3).b"),
    stated("implementation.publicity_attribution", "別添2.(3).b"),
    stated("implementation.report", "別添2.(4)"),
    stated("implementation.research", "別添2.(5)"),
    stated("implementation.dissemination", "別添2.(5)"),
)

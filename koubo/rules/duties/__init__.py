"""VI to IX, 別添2 and 別添3: what the contract asks for, from the plan to the return of information, in the call's order."""

from __future__ import annotations

from koubo.rules.duties import (
    annex_2_activities,
    annex_3_plan,
    ix_permits,
    vi_1_plan,
    vi_2_assets,
    vii_publications,
    vii_reports,
    vii_rights,
    viii_4_accidents,
    viii_4_partners,
    viii_4_supply_chain,
    viii_5_incidents,
    viii_5_register,
    viii_5_security,
)
from koubo.rules.rule import Rule

SUBJECTS = (
    vi_1_plan.plan,
    vi_1_plan.comparison,
    vi_2_assets.asset,
    vii_reports.report,
    vii_publications.publication,
    vii_rights.invention,
    vii_publications.disclosure,
    viii_4_supply_chain.item,
    viii_4_partners.subcontract,
    viii_4_partners.change,
    viii_4_accidents.accident,
    viii_5_security.security,
    viii_5_incidents.incident,
    viii_5_register.entry,
    ix_permits.permit,
    annex_2_activities.activities,
    annex_3_plan.plan,
    annex_3_plan.handler,
    annex_3_plan.change,
    annex_3_plan.return_plan,
)
PLAN_RULES = vi_1_plan.RULES
"""VI.1, which stands before the expenses of VI.2."""
RULES: tuple[Rule, ...] = (
    *vi_2_assets.RULES,
    *vii_reports.RULES,
    *vii_publications.RULES,
    *vii_rights.RULES,
    *vii_reports.INTERIM_RULES,
    *vii_publications.SECRET_RULES,
    *viii_4_supply_chain.RULES,
    *viii_4_partners.SUPPLY_RULES,
    *viii_5_security.DISCLOSURE_RULES,
    *viii_4_partners.PERSON_RULES,
    *vi_2_assets.RADIO_RULES,
    *viii_4_accidents.RULES,
    *viii_4_partners.STRUCTURE_RULES,
    *viii_5_security.RULES,
    *viii_5_incidents.RULES,
    *viii_5_register.RULES,
    *viii_4_partners.CLOUD_RULES,
    *viii_4_partners.INSPECTION_RULES,
    *viii_5_security.OATH_RULES,
    *ix_permits.RULES,
    *ix_permits.LICENCE_RULES,
    *annex_2_activities.RULES,
    *vii_publications.PUBLICITY_RULES,
    *vii_reports.FORM_RULES,
    *annex_3_plan.RULES,
    *viii_5_register.PROTECTED_RULES,
    *annex_3_plan.WORKPLACE_RULES,
    *viii_4_partners.SECURITY_RULES,
    *viii_5_register.REGISTER_RULES,
    *annex_3_plan.CHANGE_RULES,
    *viii_4_partners.HANDLER_RULES,
    *viii_5_register.RETURN_RULES,
    *annex_3_plan.RETURN_RULES,
)

__all__ = ["PLAN_RULES", "RULES", "SUBJECTS"]

"""VIII.4.(1): goods and services of the work, each with its particulars, approval and risks."""

from __future__ import annotations

import pytest
from asked import asked, by, nothing_in, of_kind
from cases import Case, Table, both_runners

from koubo.facts.duties.supply_chain import supply_chain_facts
from koubo.models.supply_chain import Company, ItemKind, SupplyChainItem
from koubo.rules.duties.viii_4_supply_chain import item

SERVER, OTHER = {"kind": ItemKind.SERVER}, {"kind": ItemKind.OTHER}

TABLE = Table(
    item,
    {},
    {
        "supply_chain.item.particulars": of_kind(nothing_in("missing_particulars", "model, seller"), SERVER, OTHER),
        "supply_chain.item.certification_stated": of_kind(
            asked("certification_stated", {"specified_system": True}), SERVER, OTHER
        ),
        "supply_chain.item.approved": of_kind(asked("approved"), SERVER, OTHER),
        "supply_chain.item.approved_before": of_kind(
            by("approved_on", "procured_on", {"procured": True, "approved": True}), SERVER, OTHER
        ),
        "supply_chain.item.no_change": asked("built_in_risk", never=True),
        "supply_chain.item.source_checked": asked("source_checked", {"doubtful_source": True}),
        "supply_chain.item.no_risk": asked("known_risk", never=True),
        "supply_chain.item.quality_assured": asked("quality_assured"),
    },
)


@both_runners
@TABLE.each
def test_goods_are_told_of_and_approved(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


MAKER = Company(name="Acme", country="日本")
WHOLE = SupplyChainItem(
    name="router",
    kind=ItemKind.COMMUNICATION_LINE_DEVICE,
    model="R-1",
    manufacturer=MAKER,
    made_in="日本",
    seller=MAKER,
    technology_provider=MAKER,
    service_provider=MAKER,
)


@pytest.mark.parametrize(
    ("told", "lacking"),
    [
        ({}, ""),
        ({"model": ""}, "model"),
        ({"model": None}, None),
        ({"model": "", "seller": None}, "model"),
        ({"seller": Company(name="Acme", country="")}, "seller"),
        ({"seller": Company(name="Acme")}, None),
        ({"made_in": " ", "name": ""}, "name, made_in"),
        ({"kind": ItemKind.SERVICE, "model": None, "made_in": ""}, ""),
        ({"kind": None}, None),
    ],
)
def test_a_particular_left_out_is_unknown_and_an_empty_one_lacking(
    told: dict[str, object], lacking: str | None
) -> None:
    fields = {name: getattr(WHOLE, name) for name in ("name", "kind", "model", "manufacturer", "made_in", "seller")}
    providers = {"technology_provider": MAKER, "service_provider": MAKER}

    facts = supply_chain_facts(SupplyChainItem(**{**fields, **providers, **told}))

    assert facts.missing_particulars == lacking

"""Which runner judges, here and where durable-rules does not import."""

from __future__ import annotations

import struct
import sys

import pytest

from koubo.engine import runners
from koubo.engine.direct_runner import DirectRunner


@pytest.fixture
def fresh(monkeypatch):
    """Let the runners be looked up anew, before and after."""
    for name in ("koubo.engine.rete", "koubo.engine.network"):
        monkeypatch.delitem(sys.modules, name, raising=False)
        monkeypatch.delattr(f"{name}", raising=False)
    runners.runner.cache_clear()
    yield monkeypatch
    runners.runner.cache_clear()


def test_the_default_is_durable_rules_where_it_imports():
    pytest.importorskip("durable.engine", exc_type=ImportError)

    assert runners.runner().name == runners.runner("rete").name == "rete"
    assert runners.runner("direct").name == "direct"


def test_without_durable_rules_the_direct_runner_judges(fresh):
    fresh.setitem(sys.modules, "durable.engine", None)

    assert isinstance(runners.runner(), DirectRunner)


def test_asking_for_durable_rules_where_it_does_not_import_says_so(fresh):
    fresh.setitem(sys.modules, "durable.engine", None)

    with pytest.raises(ImportError, match=r"durable-rules does not import here \(.*durable.*\); run with 'direct'"):
        runners.runner("rete")


def test_where_a_c_long_is_short_durable_rules_is_not_used(fresh):
    pytest.importorskip("durable.engine", exc_type=ImportError)
    fresh.setattr(struct, "calcsize", lambda _format: 4)

    assert isinstance(runners.runner(), DirectRunner)
    with pytest.raises(ImportError, match="32 bits on this platform"):
        runners.runner("rete")

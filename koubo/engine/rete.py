"""The forward-chaining runner: rules run inside durable-rules, from several threads and after a fork too."""

from __future__ import annotations

import itertools
import os
import struct
import threading
from collections.abc import Sequence

from koubo.engine.bound import BoundBase
from koubo.engine.direct_runner import DirectRunner
from koubo.engine.network import HinderedError, Network
from koubo.engine.outcome import Instance, Judged, Outcome

if struct.calcsize("l") < 8:
    raise ImportError("durable-rules keeps whole numbers in a C long, which has 32 bits on this platform")

_TRIES = 5
_MOST_NETWORKS = 16
_SESSIONS = itertools.count()
_NETWORKS: dict[int, Network] = {}
_LOCK = threading.Lock()


def _forget() -> None:
    """Start afresh in a forked child: a lock held by another thread of the parent would never be released."""
    global _LOCK  # noqa: PLW0603  # the child's copy of this module is its own
    _LOCK = threading.Lock()
    _NETWORKS.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def _network(bound: BoundBase) -> Network:
    with _LOCK:
        network = _NETWORKS.get(id(bound))
        if network is None or network.bound is not bound:
            while len(_NETWORKS) >= _MOST_NETWORKS:
                _NETWORKS.pop(next(iter(_NETWORKS)))
            network = _NETWORKS[id(bound)] = Network(bound)
        return network


class ReteRunner:
    """Runs rules in durable-rules, by real forward chaining; safe to call from several threads."""

    name = "rete"

    def run(self, bound: BoundBase, instances: Sequence[Instance]) -> Outcome:
        """Judge subjects by the rules of their kinds; directly where a value is beyond what durable-rules can hold."""
        try:
            return self._run(bound, instances)
        except OverflowError:
            return DirectRunner().run(bound, instances)

    def _run(self, bound: BoundBase, instances: Sequence[Instance]) -> Outcome:
        network = _network(bound)
        with network.lock:
            for attempt in range(_TRIES):
                try:
                    run = network.run(f"{os.getpid()}.{next(_SESSIONS)}", instances)
                    break
                except HinderedError:
                    if attempt == _TRIES - 1:
                        raise
        judged = sorted(run.judged, key=lambda one: one[:2])
        return Outcome(
            tuple(run.facts),
            tuple(Judged(number, bound.rules[index], status) for number, index, status in judged),
            tuple(map(frozenset, run.drawn)),
            self.name,
        )

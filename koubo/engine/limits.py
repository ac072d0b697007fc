"""How much durable-rules bears: rules are split over rule sets so that no fact, whatever it says, goes beyond.

The engine keeps patterns as a tree in which those with the same beginning share a branch. It walks the tree with a
stack of 64 matches that wait, keeps up to 511 branches at each fork and 255 rules at each end: one more and it raises
in the middle of a run, hangs or crashes. All three can be read off the patterns before they are handed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from koubo.engine.lowering import KNOWN, MARK, LoweredRule, Pattern
from koubo.rules.language import RuleDefinitionError

MAX_WAITING = 64
MAX_BRANCHES = 480
MAX_RULES = 250
MAX_FACTS = 250
"""Facts of one message; the engine counts them in one byte."""
_FORMS = {"$gte": "$lt", "$gt": "$lte"}


class _Fork:
    """A place in the tree: what was matched on the way here, and the branches that lead on."""

    def __init__(self) -> None:
        self.branches: dict[object, _Fork] = {}
        self.parts: list[Pattern] = []

    def add(self, pattern: Iterable[Pattern]) -> None:
        fork = self
        for part in pattern:
            # Comparisons with another fact never share a branch.
            key = len(fork.parts) if "$m" in str(part) else str(part)
            if key not in fork.branches:
                fork.branches[key] = _Fork()
                fork.parts.append(part)
            fork = fork.branches[key]

    def waiting(self) -> int:
        """Return how many matches can wait at once from here on: of those that match, the last goes first."""
        if not self.branches:
            return 1
        return max(1, self._matching() - 1 + max(fork.waiting() for fork in self.branches.values()))

    def widest(self) -> int:
        """Return the greatest number of branches at one fork."""
        return max(len(self.branches), max((fork.widest() for fork in self.branches.values()), default=0))

    def _matching(self) -> int:
        """Return how many branches one message can match at once, whatever it says."""
        equal: dict[str, set[str]] = defaultdict(set)
        compared: dict[str, set[str]] = defaultdict(set)
        for part in self.parts:
            ((name, value),) = part.items()
            op, left, right = (name, *next(iter(value.items()))) if name.startswith("$") else ("==", name, value)
            if isinstance(right, dict):
                compared[left].add(f"with another fact {len(compared[left])}")
            elif op == "==":
                equal[left].add(str(right))
            else:
                # Of a comparison and its opposite one holds.
                compared[left].add(f"{_FORMS.get(op, op)} {right}")
        count = 0
        for name in equal.keys() | compared.keys():
            differing = {form.removeprefix("$neq ") for form in compared[name]}
            count += len(compared[name]) + (1 if equal[name] - differing else 0)
        unknown = {name.removeprefix(MARK) for name in equal if name.startswith(MARK) and equal[name] == {"True"}}
        known = {name.removeprefix(KNOWN) for name in equal.keys() | compared.keys() if name.startswith(KNOWN)}
        return count - len(unknown & known)


def fits(patterns: Sequence[Sequence[Pattern]]) -> bool:
    """Whether rules with these patterns can stand in one rule set."""
    root = _Fork()
    for pattern in patterns:
        root.add(pattern)
    return len(patterns) <= MAX_RULES and root.widest() <= MAX_BRANCHES and root.waiting() <= MAX_WAITING


def split(
    rules: Sequence[LoweredRule], others: Sequence[Sequence[Pattern]] = ()
) -> tuple[tuple[LoweredRule, ...], ...]:
    """Split rules over rule sets, each of which has room for some other patterns too.

    Raises:
        RuleDefinitionError: if one rule alone goes beyond what the engine bears.
    """
    if fits([*others, *(rule.pattern for rule in rules)]):
        return (tuple(rules),)
    if len(rules) < 2:
        raise RuleDefinitionError(f"{[rule.name for rule in rules]} alone goes beyond what durable-rules bears")
    half = len(rules) // 2
    return split(rules[:half], others) + split(rules[half:], others)


def check_size(kind: str, rules: Iterable[LoweredRule]) -> None:
    """Refuse more facts of one subject than a message holds.

    Raises:
        RuleDefinitionError: naming the kind of subject.
    """
    names = {fact.name for rule in rules for fact in rule.rule.rule.fields}
    if 2 * len(names) > MAX_FACTS:
        raise RuleDefinitionError(f"the rules of {kind} read {len(names)} facts, more than durable-rules bears")

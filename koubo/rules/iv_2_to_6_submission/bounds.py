"""A time that may be known to the day only, held against the limits of the call.

Each limit gets a derived fact: the time itself, or the day's first moment where the whole day lies on one side of the
limit; unknown where the day alone leaves open on which side.
"""

from __future__ import annotations

from attrs import frozen

from koubo.rules.language import Condition, Field, Parameter, choose
from koubo.rules.subject import Subject
from koubo.text import Text


@frozen(eq=False)
class Time:
    """The facts of one time: itself where it is known exactly, and the first and the last moment it may stand for."""

    subject: Subject
    exact: Field
    first: Field
    last: Field

    def by(self, limit: Parameter, name: str, label: Text) -> Condition:
        """Whether it lies by a limit, the very moment included."""
        return self._seen_from((self.last <= limit) | (self.first > limit), name, label) <= limit

    def since(self, limit: Parameter, name: str, label: Text) -> Condition:
        """Whether it lies at a limit or after it."""
        return self._seen_from((self.first >= limit) | (self.last < limit), name, label) >= limit

    def _seen_from(self, on_one_side: Condition, name: str, label: Text) -> Field:
        return self.subject.derive(name, choose(on_one_side, self.first, self.exact), label)

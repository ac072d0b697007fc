"""The mails that a call asks for, each with the subject line that it prescribes."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from koubo.text import Text

GAPS: Final = ("{company}", "{prefecture}")


@frozen
class Mail:
    """A mail to the secretariat; ``subject`` is its subject line with gaps for company and prefecture."""

    id: str
    clause: str
    label: Text
    subject: str

    def subject_for(self, company: str, prefecture: str) -> str:
        """Return the subject line with both gaps filled."""
        # Cut at the gaps instead of formatted: braces in a company's name stay what they are.
        before, _, rest = self.subject.partition(GAPS[0])
        middle, _, after = rest.partition(GAPS[1])
        return f"{before}{company}{middle}{prefecture}{after}"

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {"id": self.id, "clause": self.clause, "label": self.label.to_dict(), "subject": self.subject}

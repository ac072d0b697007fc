"""The verb ``review``: every check that a dossier has facts for, and what to do first."""

from koubo.reviewing.result import Conclusion, Review
from koubo.reviewing.review import review
from koubo.reviewing.todo import Todo

__all__ = ["Conclusion", "Review", "Todo", "review"]

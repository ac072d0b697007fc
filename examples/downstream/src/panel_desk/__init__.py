"""A scoreboard for the afternoon of a review panel."""

from panel_desk.board import Line, Proposal, board

__all__ = ["Line", "Proposal", "board"]

"""Dates of the call and of the contract: the calendar, the clocks of incidents and accidents, what is due on a day."""

"""Norms of the call as data, one module for each chapter or clause; nothing here runs them."""

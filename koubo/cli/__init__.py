"""The command line: the verbs of the library for a terminal."""

from koubo.cli.app import main

__all__ = ["main"]

"""``panel-desk FILE.json``: print the scoreboard."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import koubo

from panel_desk.board import Proposal, board


def main() -> int:
    """Read the file that is named, print its scoreboard; 2 where it cannot be read."""
    parser = argparse.ArgumentParser(prog="panel-desk", description="A scoreboard for the afternoon of a panel.")
    parser.add_argument("file", type=Path, help="the proposals, a JSON list")
    file: Path = parser.parse_args().file
    proposals = [Proposal(**one) for one in json.loads(file.read_text(encoding="utf-8"))]
    try:
        lines = board(proposals)
    except koubo.InputError as error:
        for mistake in error.mistakes:
            print(mistake, file=sys.stderr)
        return 2
    for line in lines:
        print(line.text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

#!/usr/bin/env bash
# Builds the wheel, installs it and this project into an environment of their own, type-checks and tests it there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python -m build --wheel --outdir "$scratch/dist" "$here/../.." >/dev/null
python -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet "$scratch"/dist/koubo-*.whl mypy pytest
cp -r "$here" "$scratch/project"
"$scratch/venv/bin/pip" install --quiet --no-deps "$scratch/project"
cd "$scratch/project"
"$scratch/venv/bin/mypy" --strict
"$scratch/venv/bin/python" -m pytest -q

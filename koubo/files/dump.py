"""A model as the text of a YAML or JSON file that :func:`koubo.load` reads back as the same model."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from koubo.files import roots
from koubo.files.document import Tree
from koubo.files.unstructure import unstructure
from koubo.files.yaml_scalars import BOOLEAN, FLOAT, NOT_NUMBERS, NULL, WHOLE


def to_yaml(model: Any) -> str:
    """Return a budget, selection round or dossier as the text of a YAML file.

    What is unknown is left out. Text that another YAML reader would take for a number or a boolean is quoted.
    """
    return yaml.dump(_file(model), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def to_json(model: Any) -> str:
    """Return a budget, selection round or dossier as the text of a JSON file."""
    return json.dumps(_file(model), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _file(model: Any) -> Tree:
    root = roots.root_of(type(model))
    return {root: unstructure(model)} if root else unstructure(model)


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer; it quotes what YAML 1.1 or koubo's own reader would take for something other than text."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- the reader follows no alias, so none is written
        return True


# Dates stay unquoted, as people write them; the reader takes them as text either way.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
for _tag, _pattern in (("null", NULL), ("bool", BOOLEAN), ("int", WHOLE), ("float", FLOAT), ("float", NOT_NUMBERS)):
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern.pattern})\Z"), None)

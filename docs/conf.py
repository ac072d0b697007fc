"""Sphinx configuration; pages that follow from the rules, and pictures, are made before each build."""

from __future__ import annotations

import sys
from pathlib import Path

from koubo._version import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "koubo"
author = "The koubo authors"
project_copyright = f"{author}. MIT licence"
release = version = __version__
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "generated_pages", "pictures"]
exclude_patterns = ["_build", "_ext", "**/.ipynb_checkpoints"]
html_theme = "furo"
html_title = "koubo"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
language = "en"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "cache"
nb_execution_timeout = 300
nb_execution_raise_on_error = True
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_preserve_defaults = True
napoleon_use_ivar = True
nitpicky = False

"""How the documentation is built: Sphinx with MyST."""

project = "Parley"
author = "The Parley developers"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = "Parley"
html_static_path = ["_static"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
autodoc_typehints = "description"

"""``python -m parley``."""

from parley.show.cli import main

main()

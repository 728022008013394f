"""Where work runs: two verbs, `map_reports` and `map_stories`, over pure functions."""

from parley.run.local import default_jobs, map_reports, map_stories

__all__ = ["default_jobs", "map_reports", "map_stories"]

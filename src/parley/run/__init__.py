"""Where work runs: two verbs over pure functions."""

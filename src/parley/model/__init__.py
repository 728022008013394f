"""What there is: reports, findings about one report, items of a story. Imports nothing of ours but itself."""

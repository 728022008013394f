"""What there is: reports, findings about one report, items of a story. Standard library only; imports nothing of ours."""

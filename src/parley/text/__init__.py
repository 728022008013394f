"""Pure functions over strings: marks, sentences, numbers, zones, dates, collation, shingles."""

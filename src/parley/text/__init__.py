"""Pure functions over strings: marks, sentences, numbers, zones, dates, collation, shingles. No model of language, no I/O."""

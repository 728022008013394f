"""The record in other programs' formats, a file a format."""

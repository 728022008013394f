"""The store: reports, findings and items in one schema."""

"""Names of companies, and the short form by which they are called: "Norvik" for "Norvik Shipping Group"."""

from __future__ import annotations

from parley.text.names import plain, tokens

KINDS = frozenset(
    (
        "ab", "aerospace", "ag", "air", "airline", "airlines", "airport", "airways", "as", "asa", "associates",
        "aviation", "bancorp", "bank", "beverages", "brands", "brewery", "broadcasting", "builders", "capital",
        "carriers", "cement", "chemicals", "co", "communications", "companies", "company", "construction",
        "consulting", "corp", "corporation", "cosmetics", "cruises", "defence", "defense", "developers",
        "development", "dynamics", "electronics", "energies", "energy", "engineering", "enterprises",
        "entertainment", "estates", "ferries", "finance", "financial", "foods", "freight", "gas", "gmbh",
        "group", "healthcare", "holding", "holdings", "homes", "hotels", "inc", "incorporated", "industries",
        "insurance", "investments", "laboratories", "labs", "limited", "lines", "llc", "llp", "logistics",
        "ltd", "ltda", "manufacturing", "marine", "maritime", "media", "metals", "mills", "mines", "mining",
        "mobile", "motor", "motors", "nv", "oil", "oyj", "partners", "petroleum", "pharma", "pharmaceuticals",
        "pictures", "plc", "products", "properties", "publishing", "pulp", "rail", "railway", "railways",
        "refinery", "renewables", "resources", "retail", "robotics", "sa", "sarl", "sas", "se", "seafood",
        "securities", "services", "shipping", "shipyard", "shipyards", "software", "solutions", "spa", "steel",
        "steelworks", "stores", "studios", "supermarkets", "systems", "technologies", "technology", "telecom",
        "telecommunications", "tobacco", "tours", "toys", "trading", "transport", "travel", "ventures", "works",
        "yards",
    )
)  # fmt: skip
"""Last words of companies' names, lower case."""

SHORTEST = 4
"""Letters of the shortest first word by which a company is called."""


def short_form(name: str) -> str | None:
    """The one word, in plain letters, by which a company of this full name is called; None where it is no company's."""
    words = tokens(name)
    if not 2 <= len(words) <= 5 or plain(words[-1]).strip(".,") not in KINDS:
        return None
    first = plain(words[0])
    return first if len(first) >= SHORTEST and first not in KINDS and first.isalpha() else None

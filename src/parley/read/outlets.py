"""Who published a report: as it states, or by the host name of its address; never by a file's name."""

from __future__ import annotations

from urllib.parse import urlsplit

ARCHIVES = (
    "web.archive.org",
    "archive.org",
    "archive.ph",
    "archive.today",
    "archive.is",
    "webcache.googleusercontent.com",
)


def outlet_of(url: str | None) -> str | None:
    """The host name of `url` without ``www.``; of the page kept, where the address is an archive's."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host in ARCHIVES:
        at = url.find("http", url.find(host))
        return outlet_of(url[at:]) if at > 0 else None
    return (host[4:] if host.startswith("www.") else host) or None


def clean_url(value: object) -> str | None:
    """`value` as an address, or None where it is none."""
    text = str(value).strip().strip("<>") if value else ""
    return text if text.startswith(("http://", "https://")) and " " not in text else None

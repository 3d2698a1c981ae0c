"""How to cite what a reader sees."""

PROJECT = "Tumen"
SUBTITLE = "Russia–North Korea relations since 1945, with the evidence"


def view_citation(title: str, reading: str, version: str, address: str) -> str:
    """One line that names the figure, its filters, the version of the data and the address.

    Args:
        title: Title of the figure or table.
        reading: The filters in a sentence.
        version: Calendar version of the data, such as "2026.11.21"; its first part is the year.
        address: Where the view can be opened again.
    """
    year = version.partition(".")[0]
    detail = f" {reading}" if reading else ""
    return f"{PROJECT} ({year}). “{title}”.{detail} {SUBTITLE}, version {version}. {address}"

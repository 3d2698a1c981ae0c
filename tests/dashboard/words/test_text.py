"""Text that Markdown must not change."""

from dashboard.downloads.citations import view_citation
from dashboard.words.text import literal


def test_nothing_is_markup() -> None:
    assert literal("a*b* $1 [x](y) :red[z] <b>") == (r"a\*b\* \$1 \[x\]\(y\) \:red\[z\] \<b\>")
    assert literal("Договор 조약 1961–1985; “x”") == "Договор 조약 1961–1985; “x”"


def test_a_citation_names_view_version_and_address() -> None:
    cited = view_citation("Shares", "1961–1985.", "2026.11.21", "https://example.org/?from=1961")
    assert cited.startswith("Tumen (2026). “Shares”. 1961–1985. ")
    assert "version 2026.11.21" in cited
    assert cited.endswith("https://example.org/?from=1961")
    assert "”. Russia" in view_citation("Shares", "", "2026.11.21", "/")

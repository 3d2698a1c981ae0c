"""Code that reads what a reader sees, ready to be pasted: pandas, R, DuckDB and Excel.

Every snippet reads one plain address of a CSV file, in which the present filters stand. Empty
cells are missing values; several values of one cell are joined with ``|``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: Signs after which the reading of a comment could go wrong in any of the languages.
_BREAKS = str.maketrans({"\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "})


@dataclass(frozen=True, slots=True)
class Source:
    """What is read.

    Attributes:
        address: Full address of the CSV file.
        title: What the rows are.
        reading: The filters in a sentence; may be empty.
        version: Version of the data.
    """

    address: str
    title: str
    reading: str
    version: str

    @property
    def comment(self) -> str:
        """What the rows are, in one line."""
        filters = f": {self.reading.rstrip('.')}" if self.reading else ""
        return f"{self.title}{filters} (Tumen, version {self.version})".translate(_BREAKS)


def pandas(source: Source) -> str:
    """Python with pandas."""
    return (
        f"# {source.comment}\n"
        "import pandas as pd\n\n"
        f'frame = pd.read_csv("{_in_double(source.address)}")\n'
    )


def r(source: Source) -> str:
    """R without packages."""
    return (
        f"# {source.comment}\n"
        "frame <- read.csv(\n"
        f'  "{_in_double(source.address)}",\n'
        '  na.strings = "", encoding = "UTF-8", check.names = FALSE\n'
        ")\n"
    )


def duckdb(source: Source) -> str:
    """SQL of DuckDB; it brings what it needs to read from the web."""
    address = source.address.replace("'", "''")
    return f"-- {source.comment}\nSELECT *\nFROM read_csv('{address}', header = true);\n"


def excel(source: Source) -> str:
    """Power Query: Data, Get data, From other sources, Blank query, Advanced editor."""
    address = source.address.replace('"', '""').replace("#(", "#(#)(")
    return (
        f"// {source.comment}\n"
        "let\n"
        f'    Source = Web.Contents("{address}"),\n'
        "    Parsed = Csv.Document(\n"
        '        Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]\n'
        "    ),\n"
        "    Rows = Table.PromoteHeaders(Parsed, [PromoteAllScalars = true])\n"
        "in\n"
        "    Rows\n"
    )


def _in_double(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


@dataclass(frozen=True, slots=True)
class Tool:
    """A program for which code is offered.

    Attributes:
        code: Name in tests and keys.
        label: What a reader sees.
        language: Name of the language for the colours of code; empty for none.
        write: Makes the code.
        hint: Where the code goes.
    """

    code: str
    label: str
    language: str
    write: Callable[[Source], str]
    hint: str


TOOLS: Sequence[Tool] = (
    Tool("pandas", "pandas", "python", pandas, "Python with pandas."),
    Tool("r", "R", "r", r, "R, no packages needed."),
    Tool("duckdb", "DuckDB", "sql", duckdb, "DuckDB, in its shell or from any language."),
    Tool(
        "excel",
        "Excel",
        "",
        excel,
        "Excel: Data, Get data, From other sources, Blank query, Advanced editor.",
    ),
)

"""Licences of installed packages, as their metadata state them, in SPDX terms."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, files, metadata

#: What older metadata write instead of an SPDX expression, in the field and in the classifiers.
_WORDINGS: Mapping[str, str] = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD 3-Clause license": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "LGPLv3 or BSD": "LGPL-3.0-only OR BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

#: Packages whose metadata are silent or not at hand on every machine, and where it was read.
STATED: Mapping[str, tuple[str, str]] = {
    "axe-playwright-python": ("MIT", "the licence file in the package"),
    "colorama": ("BSD-3-Clause", "the licence file in the package; installed on Windows alone"),
}

#: Terms that ask for no more than notices, or for the source of the package itself if changed.
ACCEPTED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-2-Clause-Views",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "Zlib",
    }
)

#: Accepted where nothing is passed on: packages for development.
ACCEPTED_BESIDE = frozenset({*ACCEPTED, "LGPL-3.0-only"})


class LicenceError(LookupError):
    """The metadata of a package do not say under which terms it stands."""


def licence(name: str) -> str:
    """Licence of a package as an SPDX expression.

    Raises:
        LicenceError: It is not installed, or states none that is known.
    """
    if name in STATED:
        return STATED[name][0]
    try:
        stated = metadata(name)
    except PackageNotFoundError as error:
        raise LicenceError(f"{name} is not installed") from error

    def field(key: str) -> str:
        return str((stated.get_all(key) or [""])[0])

    expression = field("License-Expression")
    if expression:
        return expression
    classifiers = [
        entry.rpartition(" :: ")[2]
        for entry in stated.get_all("Classifier") or ()
        if entry.startswith("License ::")
    ]
    for wording in (field("License"), *classifiers):
        if wording in _WORDINGS or wording in ACCEPTED:
            return _WORDINGS.get(wording, wording)
    if "BSD License" in classifiers:
        return _bsd(name)
    raise LicenceError(f"{name} states {field('License')!r} and {classifiers}")


def _bsd(name: str) -> str:
    """Which of the BSD licences a package stands under: its licence file tells."""
    texts = [
        file.read_text("utf-8")
        for file in files(name) or ()
        if ".dist-info" in str(file) and "licen" in file.name.lower()
    ]
    if not any("Redistribution and use" in text for text in texts):
        raise LicenceError(f"{name} has no text of its BSD licence")
    return "BSD-3-Clause" if any("endorse" in text for text in texts) else "BSD-2-Clause"


def terms(expression: str) -> list[frozenset[str]]:
    """An expression as alternatives: of one of them, all terms must be met."""
    return [
        frozenset(part.strip(" ()") for part in choice.split(" AND "))
        for choice in expression.split(" OR ")
    ]

"""When states were members of the United Nations, as far as the record needs it.

Members since 1945 and those that joined before the first vote in the record need no entry. The
days are those of admission by the General Assembly as the United Nations list them; ``CHN`` begins
with the restored rights of the People's Republic, ``DEU`` is the Federal Republic, Syria was part
of the United Arab Republic from 1958 to 1961, and Serbia continued the seat of Serbia and
Montenegro.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_OPEN = "9999"

TERMS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "CHE": (("2002-09-10", _OPEN),),
    "CHN": (("1971-10-25", _OPEN),),
    "DEU": (("1973-09-18", _OPEN),),
    "JPN": (("1956-12-18", _OPEN),),
    "KOR": (("1991-09-17", _OPEN),),
    "MNE": (("2006-06-28", _OPEN),),
    "PRK": (("1991-09-17", _OPEN),),
    "SCG": (("2000-11-01", "2006-06-03"),),
    "SRB": (("2006-06-03", _OPEN),),
    "SSD": (("2011-07-14", _OPEN),),
    "SYR": (("1945-10-24", "1958-02-21"), ("1961-10-13", _OPEN)),
    "TLS": (("2002-09-27", _OPEN),),
    "VNM": (("1977-09-20", _OPEN),),
}
"""Terms of membership by code: first day, and the first day after; absent codes are members."""


@cache
def was_member(code: str, date: str) -> bool | None:
    """Return whether a state was a member on a date.

    Args:
        code: Code of a state that is or was a member.
        date: Date known to the day, the month or the year.

    Returns:
        None where the date is too coarse to tell.
    """
    terms = TERMS.get(code)
    if terms is None:
        return True
    length = len(date)
    for start, end in terms:
        first, after = start[:length], end[:length]
        if length < len("YYYY-MM-DD") and date in (first, after):
            return None
        if first <= date < after:
            return True
    return False

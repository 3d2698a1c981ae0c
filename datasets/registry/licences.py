"""Terms under which tables may be used; rows with terms of their own name them in a column."""

from validators.spec import Licence

CC_BY = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
CC0 = Licence(
    "CC0-1.0",
    "Creative Commons Zero 1.0 Universal",
    "https://creativecommons.org/publicdomain/zero/1.0/",
)
PUBLIC_DOMAIN = Licence(
    "other-pd",
    "Public domain: work of the United States Government",
    "https://www.usa.gov/government-works",
)
UN_NC = Licence(
    "other-un-nc",
    "Facts from voting records, copyright United Nations: non-commercial use with attribution",
    "https://digitallibrary.un.org/",
)
PER_SERIES = Licence(
    "other-per-series",
    "Facts; terms of each statistical series in the table of series, arrangement CC BY 4.0",
    "https://creativecommons.org/licenses/by/4.0/",
)

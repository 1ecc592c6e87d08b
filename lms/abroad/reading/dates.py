"""When a source says that its value held: "2022", "2023-07", "2018 report", "2020-03 and later"."""

import re
from datetime import date

from lms.abroad.enums import Precision

_DATE = re.compile(r"\b((?:19|20)\d{2})(?:-(0[1-9]|1[0-2])(?!\d)(?:-(0[1-9]|[12]\d|3[01]))?)?")


def read_as_of(text: str) -> tuple[date | None, Precision]:
    """The source's date and how exact it is; (None, NONE) where it has none.

    "undated, after 2022-02" tells when the value was not written yet: it dates nothing exactly.
    "undated; HLI works with A21 since 2023-01" tells nothing of the value.
    """
    found = _DATE.search(text)
    after = "after" in text
    if not found or (text.startswith("undated") and not after):
        return None, Precision.NONE
    year, month, day = found.groups()
    if after:
        precision = Precision.AFTER_MONTH if month else Precision.AFTER_YEAR
    elif day:
        precision = Precision.DAY
    else:
        precision = Precision.MONTH if month else Precision.YEAR
    return date(int(year), int(month or 1), int(day or 1)), precision

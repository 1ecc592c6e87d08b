"""Numbers, sizes and dates as people read them: 78 970, 1,2 MB, 23.11.2026."""

from datetime import date

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_LARGER_UNITS = ("kB", "MB", "GB", "TB")


def format_number(number: int) -> str:
    """A whole number in groups of three set apart by a no-break space: 78970 → "78 970".

    The same in every language of the site, so that a figure never changes its face.
    """
    return f"{number:,d}".replace(",", NO_BREAK_SPACE)


def format_decimal(number: float, language: str = "ro", digits: int = 1) -> str:
    """A number with so many decimals, grouped like a whole one: 1234.56 → "1 234,6" ("1 234.6" in
    `en`)."""
    return _with_mark(f"{number:,.{digits}f}".replace(",", NO_BREAK_SPACE), language)


def format_size(size: int, language: str = "ro") -> str:
    """A file size in decimal units, with a no-break space: 1234567 → "1,2 MB" ("1.2 MB" in `en`).

    `size` is in bytes; one decimal from MB up, none when it is zero. Raises ValueError below 0.
    """
    if size < 0:
        raise ValueError(f"a size cannot be negative: {size}")
    if size < 1000:
        return f"{size}{NO_BREAK_SPACE}B"
    amount = float(size)
    for unit in _LARGER_UNITS:
        amount /= 1000
        digits = 0 if unit == "kB" else 1
        # Rounded before the comparison, or 999 999 bytes would read "1000 kB".
        if round(amount, digits) < 1000 or unit == _LARGER_UNITS[-1]:
            break
    written = f"{amount:.{digits}f}".removesuffix(".0")
    return f"{_with_mark(written, language)}{NO_BREAK_SPACE}{unit}"


def _with_mark(written: str, language: str) -> str:
    """A number as Python writes it, with the language's decimal mark."""
    return written if language.startswith("en") else written.replace(".", ",")


def format_date(day: date, language: str = "ro") -> str:
    """A date as dd.mm.yyyy; in Hungarian the year comes first, 2026. 11. 30.

    A datetime gives the date in its own zone: make it local first.
    """
    if language.startswith("hu"):
        return f"{day.year:04d}. {day.month:02d}. {day.day:02d}."
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def format_month(day: date, language: str = "ro") -> str:
    """A month of a year as 11.2026; in Hungarian 2026. 11."""
    if language.startswith("hu"):
        return f"{day.year:04d}. {day.month:02d}."
    return f"{day.month:02d}.{day.year:04d}"

"""Which column of the file is which of ours."""

from collections.abc import Mapping

from lms.core.text import fold

REQUIRED = ("siiir", "name", "county", "locality", "medium")
OPTIONAL = ("level",)

# Headers seen in registers, folded.
_KNOWN = {
    "siiir": {"siiir", "cod siiir", "cod_siiir", "codsiiir", "cod unitate", "cod"},
    "name": {
        "name",
        "nume",
        "denumire",
        "denumire unitate",
        "unitate",
        "unitatea de invatamant",
        "denumire scurta",
        "scoala",
        "nume unitate",
    },
    "county": {"county", "judet", "judetul", "cod judet"},
    "locality": {"locality", "localitate", "localitatea", "localitate unitate"},
    "medium": {"medium", "mediu", "mediul", "mediu loc", "mediu localitate"},
    "level": {"level", "nivel", "nivelul", "nivel de invatamant", "niveluri"},
}


class ColumnsUnknown(Exception):  # noqa: N818 - named as people say it
    """Required columns were not found; the message names them and the file's headers."""


def match_columns(headers: list[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return {our column: header of the file}: what is given, the rest guessed from the headers.

    Raises:
        ColumnsUnknown: a required column is missing, or a given header is not in the file.
    """
    given = dict(given or {})
    absent = [header for header in given.values() if header not in headers]
    if absent:
        raise ColumnsUnknown(f"Fișierul nu are coloanele: {', '.join(absent)}.")
    unknown = set(given) - set(REQUIRED + OPTIONAL)
    if unknown:
        raise ColumnsUnknown(f"Nu există coloanele noastre: {', '.join(sorted(unknown))}.")
    for ours in REQUIRED + OPTIONAL:
        header = next((h for h in headers if fold(h) in _KNOWN[ours]), None)
        if ours not in given and header is not None and header not in given.values():
            given[ours] = header
    missing = [ours for ours in REQUIRED if ours not in given]
    if missing:
        raise ColumnsUnknown(
            f"Nu am recunoscut coloanele: {', '.join(missing)}. "
            f"Fișierul are: {', '.join(headers)}. Potriviți-le cu --column {missing[0]}=„antetul”."
        )
    return given

"""Tables of figures as an officer sends them, written by hand."""

import io

from openpyxl import Workbook

TITLES = "indicator;denumire;grup_tinta;din_care;cifra;cat_de_exacta;metoda;sursa;dovada;in_plus"
GOOD = "centre_de_zi;;;;12;circa;register;registrul centrului;;"


def table(*rows: str) -> bytes:
    """A CSV file with our titles."""
    return "\r\n".join([TITLES, *rows, ""]).encode()


def workbook(*rows: list[object]) -> bytes:
    """An XLSX file with our titles."""
    book, file = Workbook(), io.BytesIO()
    for row in (TITLES.split(";"), *rows):
        book.active.append(row)
    book.save(file)
    return file.getvalue()

"""The tables of a year as a file of any kind. Everything heavy is loaded when it is asked for."""

import json
from collections.abc import Sequence
from typing import Any

from lms.reach.annual import AnnualReport, AnnualTable, annual_tables, as_plain
from lms.reach.exports.headings import Heading
from lms.reach.exports.json import as_json

# By the ending of the file's name.
KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def annual_file(annual: AnnualReport, kind: str) -> bytes:
    """The report as a file, in the words of the present language. Raises KeyError for a kind that
    is none of KINDS."""
    if kind == "json":
        return json.dumps(annual_content(annual), ensure_ascii=False, indent=2).encode()
    heading = Heading(annual.year, annual.report.as_of, annual.version)
    return tables_file(heading, annual_tables(annual), kind)


def tables_file(heading: Heading, tables: Sequence[AnnualTable], kind: str) -> bytes:
    """These tables as a file: live ones, or those of a published version. Raises KeyError for a
    kind that is not pdf, docx, xlsx or csv."""
    if kind == "pdf":
        from lms.reach.exports.annual_pdf import annual_pdf

        return annual_pdf(heading, tables)
    if kind == "docx":
        from lms.reach.exports.annual_docx import annual_docx

        return annual_docx(heading, tables)
    if kind == "xlsx":
        from lms.reach.exports.annual_xlsx import annual_xlsx

        return annual_xlsx(heading, tables)
    if kind == "csv":
        from lms.reach.exports.annual_csv import annual_csv

        return b"".join(annual_csv(tables))
    raise KeyError(kind)


def annual_content(annual: AnnualReport) -> dict[str, Any]:
    """The report in its fixed JSON shape, with all tables beside it."""
    return {**as_json(annual.report), "tables": as_plain(annual_tables(annual))}

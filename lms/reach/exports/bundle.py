"""The open-data bundle: every public table as CSV, described for machines, with rules and licence.

Made of the public report alone, so that nothing in it can be more than what suppression left.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from lms.core.safe_cell import write_csv
from lms.reach.annual.values import AnnualTable, Kind
from lms.reach.method import PUBLIC_NOTES, SUPPRESSION_NOTE
from lms.reach.public_annual import public_annual_tables
from lms.reach.public_cuts import HIDDEN
from lms.reach.selectors.names import PartNames

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
# The oldest moment that a ZIP can hold: the same report gives the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def open_data_bundle(public: Mapping[str, Any], names: PartNames) -> bytes:
    """The bundle of a public report: what `public_content` gave, or a published version's public
    content. Raises KeyError for anything else."""
    tables = [table for table in public_annual_tables(public, names) if table.rows]
    files = {f"{table.key}.csv": b"".join(_csv(table)) for table in tables}
    files["datapackage.json"] = _json(_described(public, tables))
    files["raport.json"] = _json(public)
    files["REGULI.txt"] = _rules(public).encode()
    files["LICENTA.txt"] = _licence().encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, files[name])
    return file.getvalue()


def _csv(table: AnnualTable) -> Iterable[bytes]:
    header = [column.key for column in table.columns]
    return write_csv([header, *(row.cells for row in table.rows)], separator=",")


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _described(public: Mapping[str, Any], tables: list[AnnualTable]) -> dict[str, Any]:
    """datapackage.json, as Frictionless Data describes tables."""
    return {
        "profile": "tabular-data-package",
        "name": f"protect-impact-{public['year']}",
        "title": _("ProTECT: cifrele anului %(year)s") % {"year": public["year"]},
        "description": str(SUPPRESSION_NOTE),
        "version": str((public.get("snapshot") or {}).get("version", "0")),
        "licenses": [LICENCE],
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: AnnualTable) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.key.replace("_", "-").lower(),
        "title": table.title,
        "path": f"{table.key}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [
                {
                    "name": column.key,
                    "title": column.label,
                    "type": "string" if column.kind is Kind.TEXT else "integer",
                }
                for column in table.columns
            ],
            "primaryKey": "code",
            # "c": hidden. It is no missing figure, but a machine must not read it as a number.
            "missingValues": ["", HIDDEN],
        },
    }


def _rules(public: Mapping[str, Any]) -> str:
    standing = (
        _("Raport publicat, versiunea %(version)s.") % {"version": public["snapshot"]["version"]}
        if public.get("snapshot")
        else _("Provizoriu: raportul anului nu este publicat.")
    )
    lines = [
        _("Cum sunt numărate cifrele anului %(year)s") % {"year": public["year"]},
        standing,
        _("Versiunea regulilor: %(version)s") % {"version": public["rules_version"]},
        *(f"{title}: {sentence}" for title, sentence in PUBLIC_NOTES),
        str(SUPPRESSION_NOTE),
        _("„c” stă în locul unei cifre ascunse."),
    ]
    return "\n\n".join(lines) + "\n"


def _licence() -> str:
    words = _(
        "Datele pot fi folosite de oricine, cu menționarea sursei „ProTECT”, în condițiile "
        "licenței %(licence)s (%(path)s)."
    )
    return words % {"licence": LICENCE["title"], "path": LICENCE["path"]} + "\n"

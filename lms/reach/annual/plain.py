"""The tables as JSON-able values in a fixed order: what a published report freezes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from lms.reach.annual.values import AnnualRow, AnnualTable, Value


def as_plain(tables: Iterable[AnnualTable]) -> list[dict[str, Any]]:
    """The tables without their links, in the words of the present language. A day is ISO text."""
    return [
        {
            "key": table.key,
            "title": table.title,
            "note": table.note,
            "public": table.public,
            "columns": [
                {
                    "key": column.key,
                    "label": column.label,
                    "kind": column.kind.value,
                    "people": column.people,
                    "adds_to": column.adds_to,
                }
                for column in table.columns
            ],
            "rows": [_row(row) for row in table.rows],
            "total": _row(table.total) if table.total else None,
        }
        for table in tables
    ]


def _row(row: AnnualRow) -> dict[str, Any]:
    return {
        "key": row.key,
        "is_part": row.is_part,
        "cells": [_value(value) for value in row.cells],
    }


def _value(value: Value) -> str | int | float | None:
    return value.isoformat() if isinstance(value, date) else value

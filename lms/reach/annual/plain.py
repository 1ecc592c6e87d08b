"""The tables as JSON-able values in a fixed order, and back: what a published report freezes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind, Value


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


def from_plain(plain: Iterable[Mapping[str, Any]]) -> tuple[AnnualTable, ...]:
    """The tables of a published report, as they were frozen. Raises KeyError or ValueError for
    what `as_plain` did not write."""
    return tuple(_table(table) for table in plain)


def _table(plain: Mapping[str, Any]) -> AnnualTable:
    columns = tuple(
        Column(
            one["key"],
            one["label"],
            Kind(one["kind"]),
            people=one["people"],
            adds_to=one["adds_to"],
        )
        for one in plain["columns"]
    )
    return AnnualTable(
        key=plain["key"],
        title=plain["title"],
        note=plain["note"],
        columns=columns,
        rows=tuple(_frozen_row(row, columns) for row in plain["rows"]),
        total=_frozen_row(plain["total"], columns) if plain["total"] else None,
        public=plain["public"],
    )


def _frozen_row(plain: Mapping[str, Any], columns: tuple[Column, ...]) -> AnnualRow:
    cells = tuple(
        date.fromisoformat(value) if column.kind is Kind.DAY and value else value
        for column, value in zip(columns, plain["cells"], strict=True)
    )
    return AnnualRow(plain["key"], cells, is_part=plain["is_part"])

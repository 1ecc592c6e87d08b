"""Long lists, in parts that a database takes, and many rows at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

T = TypeVar("T")
# Texts, numbers and keys, which every database takes as Python has them.
_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def insert_rows(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert plain values: a tenth of the time that model instances take. `names` are the fields'
    `attname`s in the order of the values; texts and numbers are plain ones, no members of enums."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    columns = _columns(model, names)
    marks = ", ".join(["%s"] * len(names))
    # Names of our own tables and columns, nothing that anybody typed.
    statement = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks})"  # noqa: S608
    prepare = [
        (at, fields[name].get_db_prep_save)
        for at, name in enumerate(names)
        if not isinstance(fields[name], _PLAIN)
    ]
    prepared: list[list[Any]] = []
    for row in rows:
        values = list(row)
        for at, to_db in prepare:
            values[at] = to_db(values[at], connection)
        prepared.append(values)
    with connection.cursor() as cursor:
        cursor.executemany(statement, prepared)


def insert_selected(
    model: type[models.Model], names: Sequence[str], rows: "models.QuerySet[Any, Any]"
) -> None:
    """Insert what a query finds without fetching it; its values are in the order of `names`."""
    found, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        # Names of our own tables and columns, and a query that Django wrote.
        table, columns = model._meta.db_table, _columns(model, names)
        cursor.execute(f"INSERT INTO {table} ({columns}) {found}", parameters)


def _columns(model: type[models.Model], names: Sequence[str]) -> str:
    columns = {field.attname: field.column for field in model._meta.concrete_fields}
    return ", ".join(str(columns[name]) for name in names)

"""Tables whose rows are only ever added: the database itself refuses to change or delete them.

A migration uses it:

    operations = [append_only("reach_auditevent", emptied="actor_id")]

`emptied` names the one column that may become NULL, and nothing but NULL: the account behind a row
is erased, the row stays. A later migration that rebuilds such a table on SQLite loses the triggers
with the old table and has to ask for them again; a test looks whether all are there.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps

PREFIX = "append_only"
REFUSAL = "rows of this table are only ever added"

_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PREFIX}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE emptied text := coalesce(TG_ARGV[0], '');
BEGIN
    IF TG_OP = 'UPDATE' AND emptied <> '' AND to_jsonb(NEW) ->> emptied IS NULL
        AND to_jsonb(NEW) - emptied = to_jsonb(OLD) - emptied THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '{REFUSAL}: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def append_only(table: str, *, emptied: str = "") -> RunPython:
    """The migration operation that puts the triggers on a table, and takes them away backwards."""

    def add(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        # Asked for again: PostgreSQL kept them, and on SQLite they do not know the new columns.
        drop(apps, editor)
        for statement in statements(editor, table, emptied):
            editor.execute(statement, params=None)

    def drop(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        on_table = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete"):
            editor.execute(f"DROP TRIGGER IF EXISTS {PREFIX}_{verb}_{table}{on_table}", params=None)

    return RunPython(add, drop)


def statements(editor: BaseDatabaseSchemaEditor, table: str, emptied: str) -> list[str]:
    """The SQL for this database. Raises NotImplementedError for one that we do not know."""
    vendor = editor.connection.vendor
    if vendor == "postgresql":
        return [_POSTGRES_FUNCTION, *(_postgres(table, verb, emptied) for verb in _VERBS)]
    if vendor == "sqlite":
        with editor.connection.cursor() as cursor:
            described = editor.connection.introspection.get_table_description(cursor, table)
        columns = [column.name for column in described]
        return [
            _sqlite(table, "UPDATE", _unless_emptied(columns, emptied)),
            _sqlite(table, "DELETE"),
        ]
    raise NotImplementedError(f"append-only tables on {vendor}")


_VERBS = ("UPDATE", "DELETE")


def _postgres(table: str, verb: str, emptied: str) -> str:
    return (
        f"CREATE TRIGGER {PREFIX}_{verb.lower()}_{table} BEFORE {verb} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {PREFIX}_refuse('{emptied}')"
    )


def _sqlite(table: str, verb: str, unless: str = "") -> str:
    condition = f" WHEN NOT ({unless})" if unless else ""
    return (
        f'CREATE TRIGGER {PREFIX}_{verb.lower()}_{table} BEFORE {verb} ON "{table}" '
        f"FOR EACH ROW{condition} BEGIN SELECT RAISE(ABORT, '{REFUSAL}: {table}'); END"
    )


def _unless_emptied(columns: list[str], emptied: str) -> str:
    """The condition under which a change is only an account that was erased; "" for never."""
    if not emptied:
        return ""
    same = [f'NEW."{name}" IS OLD."{name}"' for name in columns if name != emptied]
    return " AND ".join([f'NEW."{emptied}" IS NULL', *same])

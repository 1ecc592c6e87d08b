"""How the database notes what a line depends on: triggers, the same on SQLite and PostgreSQL.

The apps below do not know that they are counted, and a bulk write sends no signal; a trigger is in
the transaction of the change and misses neither. A change costs one small row; what it means is
worked out by whoever judges again (lms.reach.selectors.pending).
"""

from typing import NamedTuple

from django.db import connection

_TABLE = "reach_notedchange"


class Note(NamedTuple):
    """`event` on `table` is noted as `kind` with the key that `key` selects. An update counts only
    when one of `columns` got another value; `when` narrows it further."""

    table: str
    event: str
    kind: str
    key: str
    columns: tuple[str, ...] = ()
    when: str = ""

    @property
    def name(self) -> str:
        """The name of the trigger."""
        return f"reach_notes_{self.table}_{self.event.lower()}"


_SIBLINGS = "id FROM wagtailcore_page WHERE translation_key = OLD.translation_key"
NOTES = (
    Note("classrooms_classsession", "INSERT", "session", "NEW.id",
         when="NEW.latest_id IS NOT NULL"),
    Note("classrooms_classsession", "UPDATE", "session", "NEW.id",
         ("latest_id", "teacher_token", "reference")),
    Note("organisations_school", "INSERT", "school", "NEW.id"),
    Note("organisations_school", "UPDATE", "school", "NEW.id",
         ("siiir", "county_id", "medium", "merged_into_id")),
    Note("organisations_schoolrequest", "UPDATE", "request", "NEW.id", ("school_id",)),
    Note("organisations_memberorganisation", "UPDATE", "organisation", "NEW.id", ("code",)),
    Note("lessons_lessonplanpage", "UPDATE", "plan", "NEW.page_ptr_id", ("setting",)),
    # The code of a lesson is the address word of its Romanian page, so a translation that comes or
    # goes may change it too.
    Note("lessons_lessonplanpage", "INSERT", "plan", "NEW.page_ptr_id"),
    Note("wagtailcore_page", "UPDATE", "plan", "NEW.id",
         ("slug", "translation_key", "locale_id")),
    Note("wagtailcore_page", "DELETE", "plan", _SIBLINGS),
)  # fmt: skip


def install() -> None:
    """Make the triggers, anew where they are there already."""
    with connection.cursor() as cursor:
        for note in NOTES:
            for statement in _statements(note):
                cursor.execute(statement)


def remove() -> None:
    """Take the triggers away."""
    with connection.cursor() as cursor:
        for note in NOTES:
            cursor.execute(_drop(note))


def missing() -> list[str]:
    """The triggers that are not there: a migration that makes a table anew drops its triggers."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {name for (name,) in cursor.fetchall()}
    return [note.name for note in NOTES if note.name not in there]


def _drop(note: Note) -> str:
    on = "" if connection.vendor == "sqlite" else f" ON {note.table}"
    return f"DROP TRIGGER IF EXISTS {note.name}{on}"


def _statements(note: Note) -> list[str]:
    insert = f"INSERT INTO {_TABLE} (kind, key) SELECT '{note.kind}', {note.key}"
    event = f"UPDATE OF {', '.join(note.columns)}" if note.columns else note.event
    head = f"CREATE TRIGGER {note.name} AFTER {event} ON {note.table} FOR EACH ROW{_when(note)}"
    if connection.vendor == "sqlite":
        return [_drop(note), f"{head} BEGIN {insert}; END"]
    function = (
        f"CREATE OR REPLACE FUNCTION {note.name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {insert}; RETURN NULL; END $$"
    )
    return [_drop(note), function, f"{head} EXECUTE FUNCTION {note.name}()"]


def _when(note: Note) -> str:
    differs = "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
    changed = " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in note.columns)
    condition = note.when or changed
    return f" WHEN ({condition})" if condition else ""

"""Triggers that note what a judged session depends on, and a note for every session so far."""

from django.db import migrations

from lms.reach import noting


def install(apps, schema_editor):
    noting.install()
    # The columns are those of any moment since: nothing is judged yet, the next tick does.
    schema_editor.execute(
        "INSERT INTO reach_notedchange (kind, key) "
        "SELECT 'session', id FROM classrooms_classsession WHERE latest_id IS NOT NULL"
    )


def remove(apps, schema_editor):
    noting.remove()


class Migration(migrations.Migration):
    dependencies = [
        ("reach", "0002_lines_and_rollups"),
        ("classrooms", "0004_project_and_merged_into"),
        ("organisations", "0002_funding_projects"),
        ("lessons", "0003_steps_done"),
    ]

    operations = [migrations.RunPython(install, remove)]

from django.db import migrations

from lms.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("training", "0002_events")]

    operations = [
        append_only("training_eventdecision", emptied="decided_by_id"),
        append_only("training_requestdecision", emptied="decided_by_id"),
        append_only("training_attendance", emptied="recorded_by_id"),
        append_only("training_headcount", emptied="recorded_by_id"),
    ]

from django.db import migrations

from lms.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("reach", "0003_changes_are_noted")]

    operations = [
        append_only("reach_declaredfigurerevision", emptied="recorded_by_id"),
        append_only("reach_importedtrainingrevision"),
        append_only("reach_reachreport", emptied="published_by_id"),
        append_only("reach_auditevent", emptied="actor_id"),
    ]

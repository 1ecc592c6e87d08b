from django.db import migrations

from lms.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("classrooms", "0004_project_and_merged_into")]

    operations = [append_only("classrooms_classsessionrevision", emptied="recorded_by_id")]

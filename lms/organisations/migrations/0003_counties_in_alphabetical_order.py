from django.db import migrations

from lms.core.text import alphabetical


def sort_anew(apps, schema_editor):
    """Until now Brăila came before Brașov: the key had lost its accents."""
    County = apps.get_model("organisations", "County")
    for county in County.objects.all():
        county.sort_key = alphabetical(county.name)
        county.save(update_fields=["sort_key"])


class Migration(migrations.Migration):

    dependencies = [("organisations", "0002_one_open_request_per_school")]

    operations = [migrations.RunPython(sort_anew, migrations.RunPython.noop)]

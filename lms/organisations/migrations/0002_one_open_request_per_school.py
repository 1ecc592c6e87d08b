from django.db import migrations, models

from lms.organisations.models.schools import folded_school


def fold_requests(apps, schema_editor):
    """Fold what was typed. Where two open requests are for one school the later one gets a sign of
    its own: both wait for the secretariat as before, and new ones join the first."""
    taken = set()
    for request in apps.get_model("organisations", "SchoolRequest").objects.order_by("asked_at", "pk"):
        request.folded = folded_school(request.name, request.locality_name)
        key = (request.county_id, request.folded)
        if request.state == "open":
            if key in taken:
                request.folded = f"{request.folded[:370]}, {request.pk}"
            taken.add(key)
        request.save(update_fields=["folded"])


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='schoolrequest',
            name='folded',
            field=models.CharField(default='', editable=False, max_length=400),
            preserve_default=False,
        ),
        migrations.RunPython(fold_requests, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='schoolrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('county', 'folded'), name='one_open_request_per_school'),
        ),
    ]

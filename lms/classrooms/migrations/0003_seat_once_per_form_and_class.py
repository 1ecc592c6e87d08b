import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("classrooms", "0002_classes_codes_and_seats")]

    operations = [
        migrations.AlterField(
            model_name="seat",
            name="client_id",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                fields=("school_class", "client_id"), name="one_seat_per_form"
            ),
        ),
    ]

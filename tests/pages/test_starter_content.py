"""One command fills an empty site, and says nothing new the second time."""

import pytest
from django.apps import apps
from django.core.management import call_command

from lms.core import content_checks
from lms.pages.models import SecondPersonTask
from lms.people.models import User

pytestmark = pytest.mark.django_db
# Kept by Wagtail beside what is saved, and rebuilt from it.
DERIVED = {"wagtailsearch", "wagtailcore.ReferenceIndex", "contenttypes", "auth.Permission"}


def rows():
    """{model: how many}, of everything that is stored."""
    models = [model for model in apps.get_models() if model._meta.managed]
    kept = [m for m in models if not {m._meta.app_label, m._meta.label} & DERIVED]
    return {model._meta.label: model._base_manager.count() for model in kept}


def test_starter_content_fills_an_empty_site_once_and_makes_no_account(settings, roles):
    settings.DEMO, settings.SITE_URL = False, "http://testserver"
    call_command("load_starter_content", verbosity=0)
    first = rows()
    assert first["lessons.ModulePage"]
    assert first["pages.StandardPage"]
    assert SecondPersonTask.objects.count() == 1
    assert not User.objects.exists()
    call_command("load_starter_content", verbosity=0)
    assert rows() == first
    groups = {group.key: list(group.find()) for group in content_checks.groups()}
    assert groups["descriptions"] == groups["transcripts"] == groups["older"] == []
    # Doors of guides and self-checks lead on once their apps have brought their pages.
    assert {finding.where[-4:] for finding in groups["links"]} <= {"(hu)", "(uk)"}

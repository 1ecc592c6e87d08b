"""Two server processes share one database and one folder: what one publishes the other shows."""

from contextlib import ExitStack

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from lessons.models import LessonPlanPage
from tests.journeys.processes import Process

PAGE = "/lectii/social-media-v-viii/"
NEW = "Un rezumat nou, abia publicat."


@pytest.fixture
def two_processes(site, tmp_path):
    call_command("createcachetable", "cache_entries", verbosity=0)
    with ExitStack() as stack:
        both = [stack.enter_context(Process(tmp_path)) for _ in range(2)]
        for process in both:
            process.wait()
        yield both


def test_what_one_worker_publishes_a_reader_of_the_other_sees_at_once(two_processes, client):
    here, there = two_processes
    plan = LessonPlanPage.objects.get(slug="social-media-v-viii")
    client.force_login(get_user_model().objects.get(email="admin@demo.protect.ro"))
    plan.summary, plan.change_note = NEW, "Rezumat nou."
    # A draft: written behind the back of both, so that only the publish can tell them.
    plan.save_revision()
    assert NEW not in there.read(PAGE)
    here.send(f"/admin/bulk/wagtailcore/page/publish/?id={plan.pk}&next=/admin/", client)
    assert NEW in there.read(PAGE)
    assert NEW in there.read("/lectii/")

"""Background work of lessons."""

from django.db import transaction
from django_tasks import task

from lessons.models import LessonEdition, LessonPlanPage


@task()
def build_kit(plan_id: int) -> None:
    """Build the kit of a published plan anew if any part of it changed."""
    from lessons.services import publish_edition

    publish_edition(plan=LessonPlanPage.objects.get(pk=plan_id))


@task()
def build_kit_of_edition(edition_id: int) -> None:
    """The same of an edition, without publishing its plan anew."""
    from lessons.services import build_kit as build

    build(edition=LessonEdition.objects.get(pk=edition_id))


def build_kit_of_page(instance: LessonPlanPage, **_: object) -> None:
    """Queue the kit of the page that was just published, after its transaction."""
    transaction.on_commit(lambda: build_kit.enqueue(instance.pk))

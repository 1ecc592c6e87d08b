"""What has to happen inside our project: `python -m tests.bench.inside COMMAND` (see COMMANDS).

The last line printed is the result, as JSON.
"""

import json
import secrets
import sys
import time
from collections.abc import Callable

import django

from tests.bench import inside_activities, inside_classes, inside_reach, inside_trainings

TIMES = 10
BIG_KIT = 20_000_000  # bytes


def grow() -> dict[str, int]:
    """Make ten of every plan (with its edition and kit) and of every standing page."""
    from wagtail.signals import page_published

    from lessons.models import LessonPlanPage
    from lms.pages.models import StandardPage

    # The copies get rows for their kits below; building the files would take a minute.
    page_published.disconnect(sender=LessonPlanPage, dispatch_uid="lessons-build-kit")
    originals = [*LessonPlanPage.objects.all(), *StandardPage.objects.all()]
    for original in originals:
        for number in range(2, TIMES + 1):
            changes = {"slug": f"{original.slug}-{number}", "title": f"{original.title} {number}"}
            copied = original.copy(
                update_attrs=changes,
                copy_revisions=False,
                keep_live=True,
                reset_translation_key=True,
            )
            if isinstance(original, LessonPlanPage):
                _copy_editions(original, copied)
    return {"pages": len(originals) * TIMES, "plans": LessonPlanPage.objects.count()}


def _copy_editions(original: object, copied: object) -> None:
    """Give a copied plan rows of its own for editions, kits and files; the bytes are shared."""
    for edition in original.editions.all():
        kits = list(edition.kits.all())
        edition.pk, edition.plan, edition.revision = None, copied, copied.save_revision()
        edition.save()
        for kit in kits:
            files = list(kit.files.all())
            kit.pk, kit.edition = None, edition
            kit.save()
            for file in files:
                file.pk, file.kit = None, kit
                file.save()


def big_kit() -> dict[str, str]:
    """Put 20 MB in the place of one kit's bundle; return the kit's address."""
    from django.core.files.base import ContentFile
    from django.urls import reverse

    from lessons.models import Kit

    kit = Kit.objects.select_related("edition__plan").filter(
        edition__plan__locale__language_code="ro"
    )[0]
    kit.bundle.save("big.zip", ContentFile(secrets.token_bytes(BIG_KIT)), save=False)
    kit.size = BIG_KIT
    kit.save()
    edition = kit.edition
    arguments = [edition.plan.slug, edition.school_year, kit.version, "set.zip"]
    return {"path": reverse("lessons:kit_file", args=arguments)}


def queries() -> dict[str, int]:
    """Queries of each page, made afresh by a worker that has answered before."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.bench.speed import CATALOGUE, PLAN, SEARCH

    client = Client(SERVER_NAME="127.0.0.1")
    counts = {}
    for name, path in {"home": "/", "catalogue": CATALOGUE, "plan": PLAN, "search": SEARCH}.items():
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            answer = client.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
        counts[name] = len(seen)
        if "--show" in sys.argv:
            print(path, *[query["sql"][:300] for query in seen], sep="\n  ")
    return counts


def kits() -> dict[str, float]:
    """Seconds that the kits of the three Romanian lessons take, built from nothing."""
    from lessons.models import Kit, LessonEdition
    from lessons.services import build_kit

    editions = LessonEdition.objects.filter(plan__locale__language_code="ro")[:3]
    Kit.objects.filter(edition__in=editions).update(source_hash="")
    started, cpu = time.perf_counter(), time.process_time()
    built = [build_kit(edition=edition) for edition in editions]
    return {
        "kits": len(built),
        "seconds": time.perf_counter() - started,
        "cpu": time.process_time() - cpu,
    }


def before_registrations() -> dict[str, object]:
    """What the registrations name, and how many class sessions there are so far."""
    from lessons.models import LessonPlanPage
    from lms.classrooms.enums import Doubt, Quarantine, Status
    from lms.classrooms.models import ClassSession
    from lms.organisations.models import School

    sessions = ClassSession.objects.all()
    return {
        "plan": LessonPlanPage.objects.filter(locale__language_code="ro").values_list("pk")[0][0],
        "school": School.objects.values_list("pk", flat=True)[0],
        # What a teacher who looked again would tick off.
        "hints": " ".join([*Quarantine.values, *Doubt.values, "duplicate"]),
        "sessions": sessions.count(),
        "unconfirmed": sessions.filter(latest__status=Status.UNCONFIRMED).count(),
    }


COMMANDS: dict[str, Callable[[], dict | list]] = {
    command.__name__: command
    for command in (
        grow,
        big_kit,
        queries,
        kits,
        before_registrations,
        inside_classes.open_classes,
        inside_classes.count_answers,
        inside_classes.guess_codes,
        inside_activities.place_activities,
        inside_activities.weigh_activities,
        *inside_reach.COMMANDS,
        *inside_trainings.COMMANDS,
    )
}

if __name__ == "__main__":
    django.setup()
    print(json.dumps(COMMANDS[sys.argv[1]]()))

"""Taking the story of a person out of lessons."""

from functools import partial

from django.db import transaction

from lessons.models import CaseStudy, Kit, LessonPlanPage
from lessons.selectors import current_edition
from lms.core import generation


@transaction.atomic
def take_case_out(*, case: CaseStudy) -> int:
    """Note that the consent to a case was taken back: in every language, and in every kit that was
    ever built with it. The kits of today are built anew without it. Returns how many kits went."""
    from lessons.tasks import build_kit_of_edition

    CaseStudy.objects.filter(translation_key=case.translation_key).update(withdrawn=True)
    key = str(case.translation_key)
    # Not a question to the database: SQLite cannot look into lists.
    kits = Kit.objects.filter(withdrawn=False).values_list("pk", "edition__plan", "case_keys")
    holding = [(kit, plan) for kit, plan, keys in kits if key in keys]
    gone = Kit.objects.filter(pk__in=[kit for kit, _plan in holding]).update(withdrawn=True)
    generation.advance()
    plans = LessonPlanPage.objects.offered().filter(pk__in={plan for _kit, plan in holding})
    for plan in plans:
        if edition := current_edition(plan):
            transaction.on_commit(partial(build_kit_of_edition.enqueue, edition.pk))
    return gone

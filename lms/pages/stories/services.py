"""Recording a consent and taking it back."""

from typing import Any
from uuid import UUID

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from lms.core import generation
from lms.pages.models import PersonStoryPage, StoryConsent, StoryWithdrawal
from lms.pages.stories import rules
from lms.people.models import User


class NoConsentError(Exception):
    """The story has no consent that holds."""


@transaction.atomic
def record_consent(*, page: PersonStoryPage, by: User | None, **agreed: Any) -> StoryConsent:
    """Keep what was agreed to for the story of this page.

    `agreed` are the fields of StoryConsent that its form asks for. Raises ValidationError.
    """
    consent = StoryConsent(
        story=page.translation_key, language=page.locale.language_code, recorded_by=by, **agreed
    )
    consent.full_clean()
    consent.save()
    log(instance=page, action="pages.consent", user=by)
    return consent


@transaction.atomic
def withdraw_consent(*, story: UUID, by: User | None, reason: str = "") -> int:
    """Take every consent to a story back and the story down, in all languages, at once.

    Returns how many published pages went. Raises NoConsentError.
    """
    StoryConsent.objects.hold(story)
    held = list(StoryConsent.objects.of(story).in_force())
    if not held:
        raise NoConsentError
    for consent in held:
        StoryWithdrawal.objects.create(consent=consent, reason=reason, recorded_by=by)
    taken_down = sum(
        _take_down(page.specific, by) for page in Page.objects.filter(translation_key=story)
    )
    # Whatever was kept in between is made anew, even where nothing was published.
    generation.advance()
    return taken_down


@transaction.atomic
def take_down_unless_allowed(*, page: PersonStoryPage, by: User | None) -> list[object]:
    """Take a page down that must not be out after all; returns why, nothing of one that may."""
    revision = page.get_latest_revision()
    problems = rules.problems_of(page, revision.content) if revision else []
    if problems:
        _take_down(page, by)
    return problems


def _take_down(page: Page, by: User | None) -> bool:
    """Unpublish, and leave neither a workflow nor a date by which it would go out again."""
    if workflow := page.current_workflow_state:
        workflow.cancel(user=by)
    page.revisions.update(approved_go_live_at=None)
    was_live = page.live
    # The secretariat may take a story down without the right to edit pages.
    UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    log(instance=page, action="pages.withdrawal", user=by)
    return was_live

"""Writes about a page's truth: when it is read again, that a translation follows its original."""

from datetime import date

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from lms.pages.models import PageReview, TranslationState
from lms.people.models import User


@transaction.atomic
def set_review_date(*, page: Page, review_by: date, note: str = "", by: User) -> PageReview:
    """Say until when the page is read again; said after reading it, it notes that reading."""
    values = {"review_by": review_by, "note": note}
    review, _new = PageReview.objects.update_or_create(page=page, defaults=values)
    data = {"review_by": review_by.isoformat()}
    log(instance=page, action="pages.review_date", user=by, data=data)
    return review


@transaction.atomic
def confirm_translation(*, page: Page, source: Page, by: User) -> TranslationState:
    """Note that the translation says what its original says now."""
    values = {
        "source_published_at": source.last_published_at,
        "source_revision": source.live_revision,
    }
    state, _new = TranslationState.objects.update_or_create(page=page, defaults=values)
    log(instance=page, action="pages.translation_confirmed", user=by)
    return state

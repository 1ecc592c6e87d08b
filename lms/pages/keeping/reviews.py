"""When a published page is to be read again.

An editor's own date comes first, then the date in the page's form (lesson plans have one), then the
interval of the page's type, counted from its last publication. Originals only: what a translation
waits for is that its original changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core.content_checks import Finding
from lms.core.models import BasePage
from lms.pages.keeping.translations import originals
from lms.pages.models import PageReview


@dataclass(frozen=True)
class DueReview:
    """A page that somebody reads again, since when, and what to look at."""

    page: Page
    review_by: date
    note: str = ""


def review_date(page: Page) -> DueReview | None:
    """When this page is read again; None for a type that needs no second reading."""
    return next(iter(_dates([page])), None)


def due_reviews(on: date | None = None) -> list[DueReview]:
    """Published originals whose date has come, longest overdue first."""
    today = on or timezone.localdate()
    due = [line for line in _dates(list(originals())) if line.review_by <= today]
    return sorted(due, key=lambda line: line.review_by)


def find_due() -> Iterator[Finding]:
    """The same as findings; each leads to where the date is moved on."""
    for line in due_reviews():
        what = _("de revăzut până la %(date)s") % {"date": f"{line.review_by:%d.%m.%Y}"}
        if line.note:
            what = f"{what}: {line.note}"
        yield Finding(line.page.title, what, reverse("pages_state", args=[line.page.pk]))


def _dates(pages: list[Page]) -> Iterator[DueReview]:
    own = {row.page_id: row for row in PageReview.objects.filter(page__in=pages)}
    in_form = _dates_in_forms(pages)
    for page in pages:
        row, days = own.get(page.pk), getattr(page.specific_class, "review_after_days", None)
        if row:
            yield DueReview(page, row.review_by, row.note)
        elif page.pk in in_form:
            yield DueReview(page, in_form[page.pk])
        elif days and page.last_published_at:
            published = timezone.localdate(page.last_published_at)
            yield DueReview(page, published + timedelta(days=days))


def _dates_in_forms(pages: list[Page]) -> dict[int, date]:
    types = ContentType.objects.get_for_id
    models = {types(page.content_type_id).model_class() for page in pages}
    found: dict[int, date] = {}
    for model in models:
        if model and issubclass(model, BasePage) and _has_date(model):
            rows = model.objects.filter(pk__in=[page.pk for page in pages])
            found.update(rows.exclude(review_by=None).values_list("pk", "review_by"))
    return found


def _has_date(model: type[Model]) -> bool:
    return any(field.name == "review_by" for field in model._meta.concrete_fields)

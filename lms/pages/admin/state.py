"""One page: when it is read again, and whether a translation says what its original says."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from lms.core.admin_dates import DateInput
from lms.pages.keeping.reviews import review_date
from lms.pages.keeping.translations import Older, older_of
from lms.pages.models import PageReview, TranslationState
from lms.pages.services import confirm_translation, set_review_date


class ReviewForm(forms.ModelForm):
    """The next date of review."""

    class Meta:
        model = PageReview
        fields = ["review_by", "note"]
        widgets = {"review_by": DateInput}


def editable_page(request: HttpRequest, pk: int) -> Page:
    """The page, for whoever may edit it.

    Raises:
        PermissionDenied: this person may not.
    """
    page = get_object_or_404(Page.objects.select_related("locale"), pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


@require_http_methods(["GET", "HEAD", "POST"])
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The page's dates; POST moves the review on."""
    page = editable_page(request, pk)
    initial = {"review_by": timezone.localdate() + timedelta(days=365)}
    form = ReviewForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        set_review_date(
            page=page, review_by=values["review_by"], note=values["note"], by=request.user
        )
        messages.success(request, _("Data revizuirii s-a salvat."))
        return redirect("pages_state", pk=page.pk)
    older = older_of(page)
    context = {
        "page": page,
        "form": form,
        "review": review_date(page),
        "older": older,
        "changes": older and _changes(page, older),
    }
    return render(request, "pages/admin/state.html", context)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the translation says what its original says now."""
    page = editable_page(request, pk)
    older = older_of(page)
    if older:
        confirm_translation(page=page, source=older.source, by=request.user)
        messages.success(request, _("Traducerea este la zi."))
    return redirect("pages_state", pk=page.pk)


def _changes(page: Page, older: Older) -> str:
    """Where Wagtail shows what changed in the original, "" when the compared version is gone."""
    before = _compared_revision(page, older.source)
    if before is None or older.source.live_revision_id is None:
        return ""
    versions = [older.source.pk, before, older.source.live_revision_id]
    return reverse("wagtailadmin_pages:revisions_compare", args=versions)


def _compared_revision(page: Page, source: Page) -> int | None:
    """The version of the original that the translation was last compared with; with none, the one
    that was there when the translation came out."""
    known = TranslationState.objects.filter(page=page).first()
    if known:
        return known.source_revision_id
    there = source.revisions.filter(created_at__lte=page.first_published_at)
    return there.order_by("created_at").values_list("pk", flat=True).last()

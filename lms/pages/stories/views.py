"""Consents in Wagtail's admin: the list, the record of one story, recording, taking back."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from lms.pages.stories import selectors, services
from lms.pages.stories.consent_text import VERSIONS
from lms.pages.stories.forms import ConsentForm, WithdrawalForm

MAY_READ = "pages.view_storyconsent"
MAY_RECORD = "pages.add_storyconsent"
MAY_WITHDRAW = "pages.add_storywithdrawal"


def _require(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def _story(key: UUID) -> selectors.Story:
    story = selectors.story_of(key)
    if story is None:
        raise Http404
    return story


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """All stories, with whether a consent holds."""
    _require(request, MAY_READ)
    return render(request, "pages/admin/stories.html", {"stories": selectors.stories()})


@require_safe
def story(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everything recorded of one story, and what may be done."""
    _require(request, MAY_READ)
    return _shown(request, _story(key))


def _shown(
    request: HttpRequest, found: selectors.Story, form: ModelForm | None = None
) -> HttpResponse:
    context = {
        "story": found,
        "form": form or ConsentForm(),
        "withdrawal_form": WithdrawalForm(auto_id="withdraw_%s"),
        "versions": VERSIONS,
        "may_record": bool(found.pages) and request.user.has_perm(MAY_RECORD),
        "may_withdraw": found.in_force and request.user.has_perm(MAY_WITHDRAW),
    }
    status = 422 if form else 200
    return render(request, "pages/admin/story.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep a consent. Whoever comes back to the address of a form with mistakes gets the record."""
    _require(request, MAY_RECORD)
    found = _story(key)
    if request.method != "POST":
        return redirect("pages_story", found.key)
    if not found.pages:
        raise Http404
    form = ConsentForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, form)
    services.record_consent(page=found.pages[0], by=request.user, **form.cleaned_data)
    messages.success(request, _("Acordul a fost înregistrat."))
    return redirect("pages_story", key)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take the consent back and the story down."""
    _require(request, MAY_WITHDRAW)
    found = _story(key)
    if request.method != "POST":
        return redirect("pages_story", found.key)
    form = WithdrawalForm(request.POST)
    if not form.is_valid():
        return _shown(request, found)
    try:
        gone = services.withdraw_consent(
            story=found.key, by=request.user, reason=form.cleaned_data["reason"]
        )
    except services.NoConsentError:
        messages.warning(request, _("Acordul era deja retras. Nu s-a schimbat nimic."))
        return redirect("pages_story", key)
    text = ngettext(
        "Acordul a fost retras. %(count)d pagină nu mai este pe site.",
        "Acordul a fost retras. %(count)d pagini nu mai sunt pe site.",
        gone,
    )
    messages.success(request, text % {"count": gone})
    return redirect("pages_story", key)

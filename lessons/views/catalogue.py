"""The catalogue and the plans in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.views import serve

from lessons import selectors
from lessons.models import LessonEdition, LessonIndexPage, LessonPlanPage, YearPathPage
from lessons.views.access import readable_or_404
from lms.people.ages import stopped_by_age


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Plans by age, grade, theme, minutes, format, language, needs and words."""
    language = get_language() or "ro"
    choices = selectors.Choices.from_query(request.GET, language)
    found = selectors.catalogue(choices, request.GET.get("pagina"))
    page = LessonIndexPage.objects.filter(locale__language_code=language).first()
    context = {"catalogue": found, "index": page}
    return render(request, "lessons/catalogue.html", context)


@require_safe
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """A plan or a path, served as the Wagtail page that it is."""
    language = get_language() or "ro"
    found = selectors.public_plan(slug, language) or selectors.public_path(slug, language)
    there = {"slug": slug, "locale__language_code": language}
    gated = found or LessonPlanPage.objects.filter(**there).first()
    gated = gated or YearPathPage.objects.filter(**there).first()
    if gated and (stop := stopped_by_age(request, gated.age_band)):
        return stop
    return found.serve(request) if found else serve(request, f"lectii/{slug}/")


@require_safe
def edition(request: HttpRequest, slug: str, school_year: str) -> HttpResponse:
    """A plan as it was in one school year, read from the revision that its facts point at."""
    found = get_object_or_404(
        LessonEdition.objects.select_related("revision", "plan"),
        plan__slug=slug,
        plan__locale__language_code=get_language(),
        plan__live=True,
        school_year=school_year,
    )
    readable_or_404(request, found.plan)
    if stop := stopped_by_age(request, found.plan.age_band):
        return stop
    page = found.revision.as_object()
    if page is None:
        raise Http404
    # A plan is retired with all its editions, also those published before.
    page.retired_on, page.retired_reason = found.plan.retired_on, found.plan.retired_reason
    page.replaced_by = found.plan.replaced_by
    return page.serve(request, edition=found)

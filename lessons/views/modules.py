"""The list of modules, and the pages of a module around its steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lessons import selectors
from lessons.models import ModuleIndexPage, ModulePage
from lessons.views.journeys import Journey, on_a_journey
from lessons.views.kept_screens import show_kept
from lms.core.enums import AgeBand
from lms.people.learners import learner_of, may_open


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Modules by age; the age is part of the address. A learner sees what is open to them."""
    language = get_language() or "ro"
    learner = learner_of(request)
    counts = selectors.module_counts(language)
    ages = [
        {"value": band.value, "label": band.label, "count": count}
        for band, count in counts.items()
        if may_open(learner, band)
    ]
    chosen = request.GET.get("varsta", "")
    if chosen not in AgeBand.values or not may_open(learner, chosen):
        chosen = learner.age_band if learner else ""
    context = {
        "index": ModuleIndexPage.objects.filter(locale__language_code=language).first(),
        "ages": ages,
        "chosen": chosen,
        "modules": selectors.public_modules(language).filter(age_band=chosen) if chosen else [],
    }
    response = render(request, "modules/index.html", context)
    if learner:
        add_never_cache_headers(response)
    return response


@require_safe
@on_a_journey
def module(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The first page of a module: what it is about and where to begin, or to go on."""
    in_class, state, has_begun = journey.in_class, journey.state(), bool(journey.done)
    now = journey.steps[journey.now() if in_class else 0]

    def context() -> dict[str, object]:
        page = _page(journey)
        return {
            "page": page,
            **selectors.module_context(page),
            "start_url": selectors.step_url(journey.module.slug, now.slug),
            "total": len(journey.steps),
            "in_class": in_class,
            "state": state,
            "has_begun": has_begun,
        }

    if in_class:
        varies = (journey.module.pk, journey.steps, now, state, has_begun)
        return show_kept(request, "modules/module.html", varies, context, seat=journey.seat)
    return render(request, "modules/module.html", context())


@require_safe
@on_a_journey
def now(request: HttpRequest, journey: Journey) -> HttpResponse:
    """To the step to go on with: where the class is, or the first that is not done."""
    row = journey.steps[journey.now()]
    return redirect(selectors.step_url(journey.module.slug, row.slug))


@require_safe
@on_a_journey
def review(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Three things to keep, and every question with every answer and why."""
    slug, learner = journey.module.slug, journey.learner
    if learner and journey.place:
        answers = selectors.answers_in(learner, journey.module.key)
        reviews = selectors.own_reviews(slug, journey.steps, answers)
    else:
        reviews = selectors.reviews(slug, journey.steps)
    context = {
        "page": _page(journey),
        "module": journey.module,
        "reviews": reviews,
        "in_class": journey.place is not None,
        "state": journey.state(),
    }
    return render(request, "modules/review.html", context)


@require_safe
@on_a_journey
def pledge(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The plan for one's own safety: it prints, and nothing of it is ever sent."""
    page = get_object_or_404(ModulePage.objects.exclude(pledge_title=""), pk=journey.module.pk)
    context = {"page": page, "module": journey.module, "in_class": journey.in_class}
    return render(request, "modules/pledge.html", context)


def _page(journey: Journey) -> ModulePage:
    return ModulePage.objects.select_related("locale", "plan").get(pk=journey.module.pk)

"""The curriculum and the articles of the Convention."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lessons import selectors
from lessons.models import ConventionArticle


@require_safe
def curriculum(request: HttpRequest) -> HttpResponse:
    """Six themes by grade, with lessons and modules, and the paths for a year."""
    language = get_language() or "ro"
    context = {
        "curriculum": selectors.curriculum(language),
        "paths": selectors.year_paths(language),
    }
    return render(request, "lessons/curriculum.html", context)


@require_safe
def convention(request: HttpRequest) -> HttpResponse:
    """The articles that lessons carry, by theme."""
    return render(request, "lessons/convention.html", {"themes": selectors.articles_by_theme()})


@require_safe
def article(request: HttpRequest, number: int) -> HttpResponse:
    """Every lesson that carries one article."""
    language = get_language() or "ro"
    found = get_object_or_404(ConventionArticle, number=number)
    plans = list(selectors.plans_with_article(found, language))
    context = {
        "article": found,
        "plans": plans,
        "others": selectors.untranslated_with_article(found, language, plans),
        "modules": selectors.modules_with_article(found, language),
    }
    return render(request, "lessons/article.html", context)

"""Reads of lessons."""

from lessons.selectors.activities import activity_keys, playable_activity
from lessons.selectors.answers import (
    answers_in,
    own_reviews,
    reviews,
    step_page,
    step_words,
)
from lessons.selectors.catalogue import Catalogue, Choices, catalogue
from lessons.selectors.curriculum import (
    articles_by_theme,
    curriculum,
    modules_with_article,
    plans_with_article,
    untranslated_with_article,
)
from lessons.selectors.editions import (
    current_edition,
    edition_of_token,
    registration_ring,
    registration_token,
)
from lessons.selectors.exported_questions import has_h5p, questions_as_gift, questions_as_h5p
from lessons.selectors.figures import facts_of, resolve_statistic
from lessons.selectors.module_screens import asked, sheet, step_context, way_back, way_on
from lessons.selectors.modules import (
    done_steps,
    module_context,
    module_counts,
    modules_of_plan,
    open_steps,
    outline,
    public_modules,
    step_url,
)
from lessons.selectors.packs import BadClassCode, OfflineClass, offline_class
from lessons.selectors.paths import public_path, year_paths
from lessons.selectors.personal import reminder_data
from lessons.selectors.plan_pages import public_plan
from lessons.selectors.recordings import shelf, uses_of

__all__ = [
    "BadClassCode",
    "Catalogue",
    "Choices",
    "OfflineClass",
    "activity_keys",
    "answers_in",
    "articles_by_theme",
    "asked",
    "catalogue",
    "current_edition",
    "curriculum",
    "done_steps",
    "edition_of_token",
    "facts_of",
    "has_h5p",
    "module_context",
    "module_counts",
    "modules_of_plan",
    "modules_with_article",
    "offline_class",
    "open_steps",
    "outline",
    "own_reviews",
    "plans_with_article",
    "playable_activity",
    "public_modules",
    "public_path",
    "public_plan",
    "questions_as_gift",
    "questions_as_h5p",
    "registration_ring",
    "registration_token",
    "reminder_data",
    "resolve_statistic",
    "reviews",
    "sheet",
    "shelf",
    "step_context",
    "step_page",
    "step_url",
    "step_words",
    "untranslated_with_article",
    "uses_of",
    "way_back",
    "way_on",
    "year_paths",
]

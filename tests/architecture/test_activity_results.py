"""What activities say is a claim of a browser: neither certificates nor reach ever read it."""

import ast
import re

from django.apps import apps
from django.conf import settings

from quizzes.models import ActivityItemResult, ActivityLaunch, ActivityResult, ActivityTally
from tests.architecture.repository import sources, tree

MODELS = (ActivityItemResult, ActivityLaunch, ActivityResult, ActivityTally)
# Names that lead to the results: models, selectors, and how a query reaches them from elsewhere.
NAMES = {
    *(model.__name__ for model in MODELS),
    *("activities_of_group", "activity_counts", "activity_uses", "activity_views"),
    *("ActivityCounts", "ActivityUse", "StepActivity"),
}
REACHED = re.compile(r"(?:^|__)(?:launches|activity_results|activityresult|activitylaunch)(?:__|$)")
# Who may: the app itself, and what a teacher sees of a class while it goes on and afterwards.
READERS = (
    "quizzes/",
    "lms/classrooms/selectors/activity_views.py",
    "lms/classrooms/selectors/live.py",
)


def _names(path: str) -> set[str]:
    """Every name, attribute, imported name, keyword and text of a file."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                found.add(name)
            case ast.alias(name=name):
                found |= set(name.split("."))
            case ast.Constant(value=str(name)):
                found.add(name)
    return found


def _reads(path: str) -> bool:
    names = _names(path)
    return bool(names & NAMES) or any(REACHED.search(name) for name in names)


def test_only_the_app_and_the_class_page_read_results():
    assert [path for path in sources() if not path.startswith(READERS) and _reads(path)] == []


def test_every_reader_is_one():
    assert [path for path in READERS[1:] if not _reads(path)] == []


def test_a_reader_would_be_found():
    assert _reads("quizzes/services/folding.py")


def test_no_other_app_points_at_results():
    pointing = [
        field.model._meta.label
        for model in apps.get_models()
        if model._meta.app_config.name in settings.OUR_APPS and model._meta.app_label != "quizzes"
        for field in model._meta.local_fields
        if field.related_model in MODELS
    ]
    assert pointing == []

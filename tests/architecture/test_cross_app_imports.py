"""From another app only its front doors: models, services, selectors, enums, blocks.

Anything of `lms.core` may be imported: it is the vocabulary; so may `media.h5p`, a library of plain
Python that is to be published as a package of its own. The rule binds management commands,
starter packages and imports inside functions alike. Templates follow the same direction.
"""

import ast
import re

import pytest
from django.apps import apps
from django.template import engines

from lms.core.layers import app_of, ranks
from tests.architecture.repository import (
    files,
    imports_of,
    module_of,
    modules,
    sources,
    text,
    tree,
)

FRONT_DOORS = {"models", "services", "selectors", "enums", "blocks"}
# These start the process and name every app by design.
STARTERS = {"lms.settings", "lms.urls", "lms.wsgi", "lms.asgi"}

LIBRARY = "media.h5p."

# Registries that apps above fill, so that the app below need not know them. Each has a function
# whose name begins with `register` or `when_`.
REGISTRIES = {
    "lessons.places",
    "lms.classrooms.decisions",
    "lms.organisations.settling",
    "lms.people.forgetting",
    "lms.people.links",
    "lms.people.personal_data",
    "lms.people.todo",
    "media.access",
    "media.closed_files",
}
# (who, what): why there is no front door for it.
EXCEPTIONS = {
    ("lessons", "media.serving"): "The one way that a file goes out: an HTTP answer with Range, "
    "which is neither a read nor a write.",
    ("lessons", "media.twins"): "An activity's text as tasks of a worksheet. Plain functions.",
    ("lessons", "lms.people.ages"): "The age gate: it answers with a page.",
    ("lms.selfcheck", "lms.people.ages"): "The age gate: it answers with a page.",
    ("lessons", "lms.people.learners"): "Who a request comes from: it reads a cookie, which no "
    "selector may, and the age gate of every page of lessons asks it.",
    ("lessons", "quizzes.controls"): "Answers as plain form controls hold them.",
    ("lessons", "quizzes.drafts"): "A question as a file says it. Plain data.",
    ("lessons", "quizzes.gift"): "Questions as Moodle reads them. Plain functions of sheets.",
    ("lessons", "quizzes.keys"): "Every option and why. Plain functions of a sheet.",
    ("lessons", "quizzes.marking"): "What is said of an answer. Plain functions of a sheet.",
    ("lessons", "quizzes.presentation"): "A question as its templates show it. Plain data.",
    ("lessons", "quizzes.sheets"): "A question as it is asked. Plain data.",
    (
        "lms.classrooms",
        "lms.people.learners",
    ): "Whose cookie it is, and giving it: only a view can.",
    ("lms.campaigns", "lms.people.ages"): "The age gate: it answers with a page.",
    ("lms.classrooms", "lms.people.nicknames"): "The words of nicknames. Plain data.",
    ("lms.classrooms", "lms.people.pictures"): "The pictures of picture codes. Plain data.",
    ("lms.classrooms", "quizzes.labels"): "What a pick says in words. Plain functions of a sheet.",
    ("lms.classrooms", "quizzes.sheets"): "A question as it is asked. Plain data.",
    ("media", "lms.people.learners"): "Whose age it is: the file of a video for older pupils.",
    ("quizzes", "media.player.page"): "The page of a player, with the state of a launch: an HTTP "
    "answer with headers of its own.",
    ("quizzes", "media.problems"): "What is wrong with a package, in words. Plain functions.",
    ("lms.training", "media.serving"): "The same way, for the materials of a programme: an HTTP "
    "answer with Range.",
    ("lms.reach", "lms.classrooms.rules"): "RR4 to RR6 are one text: what is hinted at entry is "
    "what the report sets aside. Plain functions without a database.",
    ("lms.reach", "lms.classrooms.tokens"): "The ids and the teachers' marks of imported rows are "
    "keyed hashes of one ring. Plain functions.",
    ("lms.reach", "lms.organisations.school_import.checking"): "schools.csv is the register's own "
    "file: its rows are checked once, in one place.",
    ("lms.reach", "lms.organisations.school_import.writing"): "The same, written.",
}
TEMPLATE_EXCEPTIONS = {
    ("templates/pages/home.html", "lms.reach"): "docs/decisions/0006: the public counter.",
}


def _crossings() -> list[tuple[str, str, str]]:
    """(place, importing app, module) of every import of another app's inside."""
    found = []
    for path in sources():
        own = app_of(module_of(path))
        if own is None or own in STARTERS:
            continue
        for line, module in imports_of(path):
            other = app_of(module)
            if other in (None, own, "lms.core") or module in REGISTRIES:
                continue
            if f"{module}.".startswith(LIBRARY):
                continue
            if module[len(other) + 1 :].split(".")[0] not in FRONT_DOORS:
                found.append((f"{path}:{line}", own, module))
    return found


def test_from_another_app_only_its_front_doors_are_imported():
    wrong = [
        f"{place} imports {module}"
        for place, own, module in _crossings()
        if (own, module) not in EXCEPTIONS
    ]
    assert wrong == []


def test_every_exception_is_still_needed():
    assert EXCEPTIONS.keys() - {(own, module) for _, own, module in _crossings()} == set()


@pytest.mark.parametrize("module", sorted(REGISTRIES))
def test_a_registry_is_one(module):
    assert module in modules()
    names = [
        node.name
        for node in tree(f"{module.replace('.', '/')}.py").body
        if isinstance(node, ast.FunctionDef)
    ]
    assert any(name.startswith(("register", "when_")) for name in names)


def _app_of_template(path: str) -> str | None:
    """The app that a template folder is named after; None for what all apps share."""
    folder = path.removeprefix("templates/").split("/")[0]
    return next((c.name for c in apps.get_app_configs() if c.label == folder), None)


def _fetched_by(path: str) -> set[str]:
    """The apps whose tag libraries or templates this template uses."""
    source, libraries = text(path), engines["django"].engine.libraries
    names = " ".join(re.findall(r"{%-?\s*load\s+([^%]+?)\s*-?%}", source)).split()
    parts = re.findall(r"{%-?\s*(?:include|extends)\s+[\"']([^\"']+)[\"']", source)
    used = {app_of(libraries[name]) for name in names if name in libraries}
    used |= {_app_of_template(part) for part in parts}
    return {app for app in used if app in ranks()}


def test_a_template_uses_no_tag_or_part_of_an_app_above():
    wrong = [
        f"{path} uses {other}"
        for path in files(".html", ".txt", ".svg", under=("templates/",))
        if (own := _app_of_template(path)) in ranks()
        for other in _fetched_by(path)
        if ranks()[other] > ranks()[own] and (path, other) not in TEMPLATE_EXCEPTIONS
    ]
    assert wrong == []

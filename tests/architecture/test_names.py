"""Names that tell what is inside, and a declared place for every app."""

import ast
import re
from html.parser import HTMLParser
from pathlib import PurePath

import pytest
from django.conf import settings

from lms.core.layers import ranks
from tests.architecture.repository import SHIPPED, files, sources, tracked, tree

EMPTY_NAMES = {"common", "helper", "helpers", "misc", "shared", "stuff", "tools", "util", "utils"}
# A migration says what changes. "0002_relations" tells more than Django's "0002_initial".
GENERATED_NAMES = re.compile(r"_auto_|_and_more$|^(?!0001)\d{4}_initial$")
MIDDLEWARE_HOOKS = ("process_view", "process_exception")
EMPTY_VERBS = re.compile(r"^_?(process|handle|manage|do)_")


def _migrations() -> list[str]:
    paths = [PurePath(path) for path in files(".py", under=SHIPPED) if "/migrations/" in path]
    return [f"{path.parts[-3]}/{path.stem}" for path in paths if path.stem != "__init__"]


def test_no_file_or_folder_has_a_name_that_says_nothing():
    named = {
        path
        for path in tracked()
        # A template that stands in for one of Wagtail's has its place.
        if not path.startswith("templates/wagtailadmin/")
        and EMPTY_NAMES & {part.split(".")[0].strip("_").lower() for part in PurePath(path).parts}
    }
    assert named == set()


def test_every_package_of_lms_has_a_place_in_the_layers():
    packages = {
        f"lms.{path.split('/')[1]}" for path in files(".py", under=("lms/",)) if path.count("/") > 1
    }
    assert packages - ranks().keys() == set()


@pytest.mark.parametrize("app", settings.OUR_APPS)
def test_every_installed_app_of_ours_has_a_place_in_the_layers(app):
    assert app in ranks()


def test_migrations_have_telling_names():
    assert [name for name in _migrations() if GENERATED_NAMES.search(name.split("/")[1])] == []


def test_functions_are_named_by_plain_verbs():
    """Never process, handle, manage, do. Names that the standard parser or Django calls are not
    ours."""
    named = [
        f"{path}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and EMPTY_VERBS.match(node.name)
        and not hasattr(HTMLParser, node.name)
        and node.name not in MIDDLEWARE_HOOKS
    ]
    assert named == []

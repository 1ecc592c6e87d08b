"""Settings are written down, and production is safe by refusing to start otherwise."""

import ast
import os
import re
import subprocess
import sys

import pytest

from tests.architecture.repository import ROOT, files, text, tree

SETTINGS = ("lms/settings/",)
ROW = re.compile(r"^\| `([A-Z][A-Z0-9_]*)` \|", re.M)
WHOLE = {
    "SECRET_KEY": "k" * 50,
    "LINK_SIGNING_KEYS": "l" * 50,
    "SITE_URL": "https://exemplu.ro",
    "ALLOWED_HOSTS": "exemplu.ro",
}


def _read_variables() -> set[str]:
    """Names passed to `env(…)` or `env.kind(…)` in the settings, and read from os.environ."""
    return {
        node.args[0].value
        for path in files(".py", under=SETTINGS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[0] in ("env", "os")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def _start(tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the system checks in a process of its own with only these variables."""
    kept = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_variable_of_the_settings_has_a_row_in_the_documentation():
    assert _read_variables() - set(ROW.findall(text("docs/settings.md"))) == set()


def test_the_documentation_has_no_variable_that_nothing_reads():
    assert set(ROW.findall(text("docs/settings.md"))) - _read_variables() == set()


def test_there_are_variables_to_document():
    assert {"SECRET_KEY", "DATABASE_URL", "STORAGE_URL"} <= _read_variables()


def test_the_example_file_names_only_variables_that_are_read():
    named = set(re.findall(r"^#?([A-Z][A-Z0-9_]*)=", text("deploy/env.example"), re.M))
    assert named <= _read_variables()


def test_production_starts_with_what_the_documentation_asks_for(tmp_path):
    started = _start(tmp_path, **WHOLE)
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_production_refuses_to_start_without(name, tmp_path):
    without = {key: value for key, value in WHOLE.items() if key != name}
    started = _start(tmp_path, **without)
    assert started.returncode != 0
    assert name in started.stderr

"""People, impressions and estimates cannot be added to one another."""

import subprocess
import sys

import pytest
from django.conf import settings

from lms.campaigns.enums import FIGURE_KINDS, Method
from lms.core.headcounts import Estimate, Headcount, Impressions, People, total

KINDS = (People, Impressions, Estimate)
OTHERS = [(one, other) for one in KINDS for other in KINDS if one is not other]


@pytest.mark.parametrize("kind", KINDS)
def test_figures_of_one_kind_add_up(kind):
    assert total(kind, [kind(2), kind(3)]) == kind(5)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_figures_of_two_kinds_do_not(one, other):
    with pytest.raises(TypeError):
        one(2) + other(3)
    with pytest.raises(TypeError):
        total(one, [other(3)])


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_is_no_bare_number(kind):
    with pytest.raises(TypeError):
        kind(2) + 3
    with pytest.raises(TypeError):
        sum([kind(2)])
    assert kind(2) != 2


def test_figures_of_two_kinds_are_never_equal():
    assert People(2) != Impressions(2) != Estimate(2)


def test_every_method_counts_one_kind():
    assert set(FIGURE_KINDS) == set(Method)
    assert {FIGURE_KINDS[Method.IMPRESSIONS], FIGURE_KINDS[Method.ESTIMATE]} == {
        Impressions,
        Estimate,
    }
    assert all(issubclass(kind, Headcount) for kind in FIGURE_KINDS.values())


def test_the_type_checker_refuses_the_sum(tmp_path):
    source = tmp_path / "mixed.py"
    source.write_text(
        "from lms.core.headcounts import Impressions, People\n"
        "fine = People(2) + People(3)\n"
        "mixed = People(2) + Impressions(3)\n"
    )
    found = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--follow-imports=silent",
         "--cache-dir", str(tmp_path / "cache"), str(source)],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "mixed.py:3: error: Unsupported operand types" in found.stdout
    assert "mixed.py:2" not in found.stdout

"""A seeded sample of the fuzz: `make fuzz` runs a million."""

from tests.media.h5p.fuzz import Tally, judge, mutant, seeds, strays


def test_five_thousand_broken_packages_are_judged_and_nothing_is_written_outside(tmp_path):
    tally = Tally()
    for seed in seeds("sample", 5_000):
        judge(seed, tmp_path, tally)
    assert strays(tmp_path) == []
    # The mutants reach deep: nearly every judge has refused some, and some are good.
    assert len(tally.codes) > 30
    assert tally.good > 50


def test_a_seed_makes_the_same_mutant_again():
    assert mutant("sample-7") == mutant("sample-7") != mutant("sample-8")

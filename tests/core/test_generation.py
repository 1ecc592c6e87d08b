"""What is kept until an editor changes something."""

from itertools import count

import pytest

from lms.core import generation


@pytest.fixture
def numbers():
    """Another number each time that it is made."""
    return count(1).__next__


def test_what_is_kept_is_made_once(numbers):
    assert [generation.kept("once", numbers) for _time in range(3)] == [1, 1, 1]


def test_another_name_is_another_thing(numbers):
    assert [generation.kept(name, numbers) for name in ("thing:ro", "thing:en")] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_it_is_made_anew_once_the_stamp_has_moved(numbers):
    before = generation.kept("anew", numbers)
    generation.advance()
    assert (before, generation.kept("anew", numbers)) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_what_is_made_while_the_stamp_moves_is_never_read_again(numbers):
    def slow():
        generation.advance()
        return numbers()

    assert [generation.kept("slow", slow), generation.kept("slow", numbers)] == [1, 2]

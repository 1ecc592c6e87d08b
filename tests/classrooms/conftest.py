import pytest
import time_machine


@pytest.fixture(autouse=True)
def _a_monday_in_november():
    """Every test runs on 23 November 2026, so that weekdays and lateness are what they say."""
    with time_machine.travel("2026-11-23 10:00+02:00", tick=True):
        yield

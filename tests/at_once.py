"""Several transactions at the same moment. PostgreSQL lets all of them write, SQLite one after the
other; what is kept is the same."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

HANDS = 6


def at_once(action, *refusals, hands=HANDS):
    """What `action(number)` gives for each hand, all started at the same moment; one of the
    expected `refusals` stands in the place of its result."""
    start = threading.Barrier(hands)

    def run(number):
        try:
            start.wait()
            return action(number)
        except refusals as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(hands) as pool:
        return list(pool.map(run, range(hands)))

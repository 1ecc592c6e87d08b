"""What is due by the clock. Apps register their jobs; `manage.py tick` runs them all.

    schedule.register("lessons: remind after a download", send_reminders)   # in AppConfig.ready

A job takes no arguments, finds by itself what is due, and may be run at any time and any number of
times: a tick that was missed is made up for by the next one.
"""

import logging
from collections.abc import Callable

from django.core.management import call_command

logger = logging.getLogger(__name__)

Job = Callable[[], object]
_jobs: dict[str, Job] = {}


def register(name: str, job: Job) -> None:
    """Add a job under a name of its own; registering a name again replaces its job."""
    _jobs[name] = job


def run_all() -> list[str]:
    """Run every job in the order of registration.

    Returns the names of the jobs that failed. A failure is logged and stops no other job. A job
    keeps its own transactions: one around a whole job would undo the record of letters that have
    already left.
    """
    failed = []
    for name, job in _jobs.items():
        try:
            job()
        except Exception:
            logger.exception("tick: %s failed", name)
            failed.append(name)
    return failed


def publish_scheduled() -> None:
    """Publish and unpublish the pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


def clear_sessions() -> None:
    """Forget signed-in sessions that have run out."""
    call_command("clearsessions", verbosity=0)


register("core: scheduled publishing", publish_scheduled)
register("core: sessions that have run out", clear_sessions)

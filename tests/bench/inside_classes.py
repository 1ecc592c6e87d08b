"""What the measurements of classes need inside our project; see `tests.bench.inside`."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

MODULE = "prieteni-pe-net"
QUESTIONS = 10
OPEN_CODES = 5_000
GUESSES_A_MINUTE = 10


def open_classes() -> dict[str, object]:
    """Open this many classes at ten questions of a module that we ship; return codes and steps."""
    from uuid import uuid4

    from lessons.models import ModulePage, StepPage
    from lms.classrooms.services import open_class
    from lms.people.models import User
    from quizzes.enums import Kind

    module = ModulePage.objects.get(slug=MODULE)
    steps = StepPage.objects.live().child_of(module).order_by("path")
    asked = steps.exclude(question=None).exclude(
        question__kind__in=[Kind.BRANCHING, Kind.FREE_TEXT]
    )[:QUESTIONS]
    teacher = User.objects.get(email="profesor@demo.protect.ro")
    opened = [
        open_class(client_id=uuid4(), teacher=teacher, module=module, steps=list(asked))
        for _ in range(int(sys.argv[2]))
    ]
    return {
        "codes": [school_class.code.code for school_class in opened],
        "steps": [f"/module/{MODULE}/{step.slug}/" for step in asked],
    }


def count_answers() -> dict[str, int]:
    """Of the acknowledged answers, whose ids lie in a file, how many are there; and of all."""
    from quizzes.models import Answer

    acknowledged = json.loads(Path(sys.argv[2]).read_text())
    found = 0
    for first in range(0, len(acknowledged), 500):
        found += Answer.objects.filter(client_id__in=acknowledged[first : first + 500]).count()
    return {
        "acknowledged": len(acknowledged),
        "found": found,
        "learners": Answer.objects.values("attempt__learner").distinct().count(),
        "all": Answer.objects.count(),
    }


def guess_codes() -> dict[str, float]:
    """Guess ten codes a minute for so many simulated hours, from one address, against 5,000 open
    classes; the form that pupils use is the one that is guessed at."""
    import time_machine
    from django.test import Client
    from django.utils import timezone

    from lms.classrooms.models import JoinCode, Seat

    _open_many()
    seated, chance, start = Seat.objects.count(), Random(), timezone.now()
    client = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="203.0.113.9")
    looked_at = tried = 0
    for minute in range(60 * int(sys.argv[2])):
        with time_machine.travel(start + timedelta(minutes=minute), tick=False):
            for _ in range(GUESSES_A_MINUTE):
                answer = client.post("/intra/", {"code": _some_code(chance)})
                tried += 1
                looked_at += answer.status_code != 429
    return {
        "codes": JoinCode.objects.count(),
        "tried": tried,
        "looked_at": looked_at,
        "found": Seat.objects.count() - seated,
    }


def _some_code(chance: Random) -> str:
    from lms.core.codes import ALPHABET

    return "".join(chance.choices(ALPHABET, k=8))


def _open_many() -> None:
    """Rows of classes that are open for longer than the guessing lasts."""
    from django.utils import timezone

    from lessons.models import ModulePage
    from lms.classrooms.models import JoinCode, SchoolClass
    from lms.core.codes import new_code

    now, module = timezone.now(), ModulePage.objects.get(slug=MODULE)
    late = now + timedelta(days=2)
    classes = SchoolClass.objects.bulk_create(
        SchoolClass(module=module, opened_at=now, closes_at=late, expires_at=late)
        for _ in range(OPEN_CODES)
    )
    codes: set[str] = set()
    while len(codes) < OPEN_CODES:
        codes.add(new_code())
    JoinCode.objects.bulk_create(
        JoinCode(school_class=school_class, code=code)
        for school_class, code in zip(classes, codes, strict=True)
    )

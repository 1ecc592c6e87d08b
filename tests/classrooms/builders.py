"""What tests of class sessions start from."""

import uuid
from datetime import date

from lms.classrooms.enums import Channel
from lms.classrooms.services import register_class_session
from tests.factories import SchoolFactory, make_plan

# A Monday on which sessions may have been held; the clock of the tests stands a little later.
DAY = date(2026, 11, 16)


def session_facts(**facts) -> dict:
    """What a teacher says of an ordinary class; `facts` replace the usual ones."""
    usual = {
        "date": DAY, "class_label": "7 B", "girls": 12, "boys": 14, "duration": 50
    }  # fmt: skip
    if "plan" not in facts and "lesson_code" not in facts:
        usual["plan"] = make_plan()
    if not {"school", "school_code", "school_request"} & set(facts):
        usual["school"] = SchoolFactory()
    return {**usual, **facts}


def make_session(**facts):
    """A registered session: reported with an `author`, unconfirmed without."""
    author = facts.pop("author", None)
    who = {name: facts.pop(name) for name in ("email", "status", "teacher") if name in facts}
    channel = facts.pop("channel", Channel.ACCOUNT if author else Channel.QR)
    client_id = facts.pop("client_id", None) or uuid.uuid4()
    return register_class_session(
        client_id=client_id, channel=channel, author=author, **who, **session_facts(**facts)
    )


def form_data(plan, school, /, **fields) -> dict:
    """What the form of one session sends; `fields` replace the usual ones."""
    return {
        "client_id": str(uuid.uuid4()),
        "plan": plan.pk,
        "school": school.pk if school else "",
        "date": "16.11.2026",
        "class_label": "7 B",
        "girls": "12",
        "boys": "14",
        "group_type": "class",
        "modality": "in_person",
        "email": "ana@scoala.ro",
        **fields,
    }

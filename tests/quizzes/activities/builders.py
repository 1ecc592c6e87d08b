"""Activities of known contents, launched by learners."""

import json
import uuid
from typing import Any

from lms.people.models import Learner
from media.h5p.content import (
    CONSERVATIVE,
    Blank,
    Blanks,
    DragText,
    Drop,
    Library,
    MultiChoice,
    Nested,
    Other,
    Profile,
    QuestionSet,
    SingleChoiceSet,
    Strings,
    Summary,
    TrueFalse,
    write,
)
from media.h5p.content.multi_choice import Answer
from media.h5p.content.single_choice_set import QuickQuestion
from media.h5p.content.summary import Statements
from media.models import Activity, ActivityRevision
from quizzes.models import ActivityLaunch
from quizzes.services import Launch, Receipt, Sent, open_activity, record_statements
from tests.media.h5p_content.statements import sent
from tests.quizzes.builders import CLASS, MODULE, in_hours, make_attempt

STEP = uuid.UUID(int=7)
A, B, C = (f"aaaaaaaa-0000-4000-8000-00000000000{n}" for n in "123")
TRUE_FALSE = TrueFalse(question="<p>E în regulă?</p>", correct=False)
CHOICES = MultiChoice(
    question="<p>Ce faci?</p>",
    answers=tuple(Answer(text=text, correct=text < "C") for text in "ABCD"),
)
BLANKS = Blanks(lines=((Blank(("112", "unu-unu-doi")), " și ", Blank(("cineva",))),))
DRAG = DragText(parts=(Drop("stop"), " apoi ", Drop("spun")))
SET = QuestionSet(
    questions=(
        Nested(TRUE_FALSE, A),
        Nested(BLANKS, B),
        Nested(CHOICES, C),
    ),
    pass_percentage=50,
)
_PAIRS = ((A, ("bun", "rău")), (B, ("da", "nu")))
QUICK = SingleChoiceSet(
    questions=tuple(QuickQuestion(sub_content_id=one, answers=texts) for one, texts in _PAIRS)
)
SUMMARY = Summary(
    groups=tuple(Statements(sub_content_id=one, options=texts) for one, texts in _PAIRS)
)


def make_revision(content: Any, activity: Activity | None = None) -> ActivityRevision:
    """A revision that plays this content. Its libraries are left out: no player is made here."""
    if activity is None:
        activity = Activity.objects.create(
            title="Ofertă", language="ro", alternative_text="Alegi", twin="Text"
        )
    if isinstance(content, Other):
        library, params = content.library, content.params
    else:
        library = Library(content.LIBRARY, CONSERVATIVE[content.LIBRARY])
        params = write(content, Profile(), Strings("ro"))
    revision = ActivityRevision.objects.create(
        activity=activity,
        number=activity.revisions.count() + 1,
        main_library=str(library),
        package_sha256="0" * 64,
        manifest={},
        files={},
        size=1,
        content=json.dumps(params),
    )
    activity.shown = revision
    activity.save(update_fields=["shown"])
    return revision


class Pupil:
    """A learner of a class in front of an activity."""

    def __init__(self, revision: ActivityRevision, *, hours: float = 24, group: Any = CLASS):
        self.attempt = make_attempt(hours=hours, group=group)
        self.group, self.hours = group, hours
        self.revision = revision
        self.launch = self.open()

    @property
    def learner(self) -> Learner:
        return self.attempt.learner

    @property
    def row(self) -> ActivityLaunch:
        return ActivityLaunch.objects.get(attempt=self.attempt, revision=self.revision)

    def open(self, revision: ActivityRevision | None = None, *, anew: bool = False) -> Launch:
        return open_activity(
            learner=self.learner,
            activity=MODULE,
            group=self.group,
            expires_at=in_hours(self.hours),
            step=STEP,
            revision=revision or self.revision,
            anew=anew,
        )

    def tell(self, *statements: str, ids: list[str] | None = None) -> Receipt:
        ids = ids or [str(uuid.uuid4()) for _ in statements]
        pairs = zip(ids, statements, strict=True)
        return record_statements(
            token=self.launch.tells,
            learner=self.learner,
            sent=[Sent(one, statement) for one, statement in pairs],
        )

    def end(self, verb: str = "completed", **said: Any) -> Receipt:
        return self.tell(sent(verb, **said))

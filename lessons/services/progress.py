"""How far learners are. Everything here may be sent twice and counts once."""

from uuid import UUID

from lessons.models import ModuleCompletion, ModulePage, StepDone, StepPage
from lms.people.models import Learner


def finish_step(*, learner: Learner, step: StepPage) -> None:
    """Note that the learner is done with a step, read or skipped."""
    StepDone.objects.bulk_create([StepDone(learner=learner, step=step)], ignore_conflicts=True)


def complete_module(
    *, learner: Learner, module: ModulePage, group: UUID | None = None
) -> ModuleCompletion:
    """Note that the learner worked through a module, in any language; once counts."""
    completion, _made = ModuleCompletion.objects.get_or_create(
        learner_token=learner.pk,
        module_key=module.translation_key,
        defaults={"module": module, "group": group},
    )
    return completion

"""What the editor's form of a case study checks."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.log_actions import log

from lms.core.story_ticks import TICKS, TicksForm


class CaseStudyForm(TicksForm, WagtailAdminModelForm):
    """Asks for the four ticks when a case is somebody's own story: a case that is saved is out."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("tells_a_story") and not cleaned.get("withdrawn"):
            self.check_ticks()
        return cleaned

    def save(self, commit: bool = True) -> Any:
        # A case is written before services are: they read its model.
        from lessons.services import take_case_out

        self.instance.confirmed = self.all_ticked()
        case = super().save(commit)
        if commit and case.withdrawn:
            take_case_out(case=case)
        elif commit and case.tells_a_story:
            ticks = {"ticks": sorted(TICKS)}
            log(instance=case, action="lessons.story_checked", user=self.for_user, data=ticks)
        return case

"""Forms of stories: the editor's of a page, and those of consents."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.page_forms import PublishedPageForm
from lms.core.story_ticks import TicksForm
from lms.pages.models.consents import StoryConsent, StoryWithdrawal
from lms.pages.stories import rules
from lms.pages.stories.consent_text import VERSIONS


class PersonStoryForm(TicksForm, PublishedPageForm):
    """Lets a story go out only with a consent and all four ticks."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self.check_figures(self, "body", cleaned.get("body"))
        if self.is_going_out():
            for name, problem in rules.missing_fields(self.instance, cleaned).items():
                self.add_error(name, problem)
            if rules.is_story(self.instance, bool(cleaned.get("tells_a_story"))):
                self.check_ticks()
                if problem := rules.consent_problem(self.instance):
                    self.add_error("tick_consent", problem)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        # Whoever saves the revision knows its number and who it is: the page keeps the ticks.
        self.instance.ticked = self.is_going_out() and self.all_ticked()
        return super().save(commit)


class ConsentForm(forms.ModelForm):
    """What was agreed to."""

    class Meta:
        model = StoryConsent
        fields = ["version", "agreed", "covers_translations", "kept_where", "given_on"]
        widgets = {
            "version": forms.Select(choices=[(version, version) for version in VERSIONS]),
            "agreed": forms.Textarea(attrs={"rows": 3}),
            "given_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def clean_version(self) -> str:
        version: str = self.cleaned_data["version"]
        if version not in VERSIONS:
            raise forms.ValidationError(_("Alegeți una dintre versiuni."))
        return version


class WithdrawalForm(forms.ModelForm):
    """That it was taken back, and why if the person wants to say."""

    class Meta:
        model = StoryWithdrawal
        fields = ["reason"]

"""Sign-up: first the school, then the account."""

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse

from lms.organisations.selectors import find_schools
from lms.organisations.services import check_new_school

# What `scoala` says when the school is not in the register.
NOT_LISTED = "alta"


class SignupView(account.SignupView):
    """Two steps on one address, both without scripts and without losing what was typed:
    `?cauta=` looks in the register, `?scoala=` brings the choice into the form."""

    def get_initial(self) -> dict[str, object]:
        """The chosen school goes into the form's hidden field, which stays empty without one."""
        chosen = self.request.GET.get("scoala", "")
        return {**super().get_initial(), "school": "" if chosen == NOT_LISTED else chosen}

    def form_valid(self, form: Form) -> HttpResponse:
        """Make the account, unless it brings one new school too many from this address."""
        if not form.cleaned_data["school"]:
            source = get_adapter().get_client_ip(self.request)
            try:
                check_new_school(source=source, **form.missing_school())
            except ValidationError as problem:
                form.add_error("missing_name", problem)
                return self.form_invalid(form)
        return super().form_valid(form)

    def get_template_names(self) -> list[str]:
        """The form once a school is chosen or said not to be there; else the search."""
        has_school = self.request.method == "POST" or self.request.GET.get("scoala")
        return ["account/signup.html" if has_school else "account/signup_school.html"]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """What was looked for and what was found, for the first step."""
        words = self.request.GET.get("cauta", "")[:80]
        found = find_schools(words) if words else []
        return super().get_context_data(**kwargs, words=words, schools=found, not_listed=NOT_LISTED)


signup = SignupView.as_view()

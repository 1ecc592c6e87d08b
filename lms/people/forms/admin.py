"""The secretariat's forms about people. A password is never set for somebody else, and being an
administrator of everything is not on any form: only a command makes one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.people.enums import Role
from lms.people.models import User
from lms.people.services import change_privileges, invite_user, set_active


class _PersonForm(forms.ModelForm):
    required_css_class = "required"

    roles = forms.MultipleChoiceField(
        label=_("Roluri"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Redactorii și secretariatul intră doar cu un al doilea pas."),
    )

    class Meta:
        model = User
        fields = ("first_name", "last_name", "organisation")
        labels = {"first_name": _("Prenume"), "last_name": _("Nume")}
        help_texts = {"organisation": _("Organizația în numele căreia lucrează, dacă este una.")}

    def clean(self) -> dict[str, object]:
        """An officer speaks for an organisation."""
        cleaned = super().clean() or self.cleaned_data
        if Role.OFFICER in cleaned.get("roles", []) and not cleaned.get("organisation"):
            self.add_error("organisation", _("Alegeți organizația pentru care răspunde."))
        return cleaned

    @property
    def chosen_roles(self) -> set[Role]:
        return {Role(value) for value in self.cleaned_data["roles"]}


class InviteForm(_PersonForm):
    """A new person, who chooses the password by the link of a letter."""

    class Meta(_PersonForm.Meta):
        fields = ("email", *_PersonForm.Meta.fields)

    field_order = ("email", "first_name", "last_name", "roles", "organisation")

    def clean_email(self) -> str:
        """One account per address, whatever its case."""
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Există deja un cont cu această adresă."))
        return email

    def save_by(self, by: User) -> User:
        """Make the account and send the invitation."""
        return invite_user(
            email=self.cleaned_data["email"],
            first_name=self.cleaned_data["first_name"],
            last_name=self.cleaned_data["last_name"],
            roles=self.chosen_roles,
            organisation=self.cleaned_data["organisation"],
            by=by,
        )


class PersonForm(_PersonForm):
    """Names, roles, organisation, and whether the account is open."""

    is_active = forms.BooleanField(
        label=_("Cont deschis"),
        required=False,
        help_text=_("Un cont închis nu mai poate intra; ce a înregistrat rămâne."),
    )

    field_order = ("first_name", "last_name", "roles", "organisation", "is_active")

    def __init__(self, *args: object, editing_self: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        # Before the form writes into the instance what was typed.
        self.organisation_before = self.instance.organisation
        self.fields["roles"].initial = sorted(self.instance.roles)
        self.fields["roles"].required = False
        self.fields["is_active"].initial = self.instance.is_active
        if editing_self:
            del self.fields["is_active"]

    def save_by(self, by: User) -> User:
        """Keep the names; roles, organisation and state go through their services, which log."""
        user = self.instance
        user.save(update_fields=["first_name", "last_name"])
        user.organisation = self.organisation_before
        change_privileges(
            user=user,
            roles=self.chosen_roles,
            organisation=self.cleaned_data["organisation"],
            by=by,
        )
        if "is_active" in self.fields:
            set_active(user=user, active=self.cleaned_data["is_active"], by=by)
        return user

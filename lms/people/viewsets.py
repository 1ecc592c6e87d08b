"""Management of people in Wagtail's admin."""

from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views import generic
from wagtail.admin.widgets import Button
from wagtail.log_actions import log
from wagtail.users.views import users

from lms.people.enums import Role
from lms.people.forms.admin import InviteForm, PersonForm
from lms.people.models import User
from lms.people.services import may_reset_second_factor


def role_names(user: User) -> str:
    """The user's roles as people say them."""
    if user.is_superuser:
        return str(_("administrator"))
    names = {group.name for group in user.groups.all()}
    return ", ".join(str(role.label) for role in Role if role.value in names)


def account_state(user: User) -> str:
    """Whether the person can sign in, in words: Wagtail's tick is called "True"."""
    return _("deschis") if user.is_active else _("închis")


class PeopleIndexView(users.IndexView):
    """Everybody with an account. No actions on many at once: they would pass by our log."""

    page_title = _("Oameni cu cont")
    add_item_label = _("Invitați pe cineva")

    @cached_property
    def columns(self) -> list[BaseColumn]:
        name_column = self._get_title_column_class(users.UserColumn)
        return [
            name_column(
                "name",
                accessor=get_user_display_name,
                label=_("Nume"),
                sort_key="name",
                get_url=self.get_edit_url,
                classname="name",
            ),
            Column("email", label=_("Adresa de e-mail"), sort_key="email"),
            Column("roles", accessor=role_names, label=_("Roluri")),
            Column("organisation", label=_("Organizația"), sort_key="organisation__name"),
            Column("is_active", accessor=account_state, label=_("Cont"), sort_key="is_active"),
            DateColumn("last_login", label=_("Ultima intrare"), sort_key="last_login"),
        ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("organisation").prefetch_related("groups")

    def get_edit_url(self, instance: User) -> str | None:
        if self.user_has_permission_for_instance("change", instance):
            return super().get_edit_url(instance)
        return None


class InviteView(users.CreateView):
    """Invite somebody."""

    page_title = _("Invitați pe cineva")
    success_message = _("Invitația către %(object)s a fost trimisă.")
    submit_button_label = _("Trimiteți invitația")
    template_name = "wagtailadmin/generic/form.html"

    def save_instance(self) -> User:
        return self.form.save_by(self.request.user)


class PersonView(users.EditView):
    """Change somebody's roles, organisation and state."""

    success_message = _("Datele pentru %(object)s au fost salvate.")
    template_name = "wagtailadmin/generic/edit.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not self.user_has_permission_for_instance("change", self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Wagtail's, and the way back for somebody who lost the second factor."""
        buttons = super().header_more_buttons
        person, asking = self.object, self.request.user
        if may_reset_second_factor(user=person, by=asking) and is_mfa_enabled(person):
            url = reverse("people_second_factor_anew", args=[person.pk])
            buttons.append(Button(_("Cereți din nou al doilea pas"), url, icon_name="key"))
        return buttons

    def save_instance(self) -> User:
        user = self.form.save_by(self.request.user)
        log(instance=user, action="wagtail.edit", user=self.request.user)
        return user


class NobodyIsDeleted(generic.DeleteView):
    """An account is closed, or its owner erases it."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        raise PermissionDenied


class UserViewSet(users.UserViewSet):
    """People with an account."""

    menu_label = _("Oameni")
    index_view_class = PeopleIndexView
    add_view_class = InviteView
    edit_view_class = PersonView
    delete_view_class = NobodyIsDeleted
    copy_view_enabled = False
    template_prefix = ""

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return PersonForm if for_update else InviteForm

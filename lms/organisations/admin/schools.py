"""The school register: look for, add, rename, close, merge. Nothing is deleted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import BaseButton, Button, HeaderButton
from wagtail.log_actions import log

from lms.organisations.forms import ChooseSchoolForm, SchoolForm
from lms.organisations.models import School
from lms.organisations.selectors import find_schools
from lms.organisations.services import merge_schools


def school_state(school: School) -> str:
    """Whether a school is still in the lists."""
    if school.merged_into_id:
        return _("unită cu %(school)s") % {"school": school.merged_into.name}
    if school.closed_on:
        return _("închisă din %(day)s") % {"day": f"{school.closed_on:%d.%m.%Y}"}
    return _("deschisă")


def may_merge(request: HttpRequest, school: School) -> bool:
    """Whether this person may merge this school into another."""
    may = request.user.has_perm("organisations.settle_school_requests")
    return may and not school.merged_into_id


class SchoolIndexView(generic.IndexView):
    """The register; words are found in any spelling of diacritics."""

    add_item_label = gettext_lazy("Adăugați o școală")

    def get_page_title(self) -> str:
        if School.objects.filter(siiir__startswith="DEMO").exists():
            return _("Școli (registru pentru demonstrație)")
        return _("Școli")

    def get_base_queryset(self) -> QuerySet[School]:
        return School.objects.select_related("locality", "county", "merged_into")

    def search_queryset(self, queryset: QuerySet[School]) -> QuerySet[School]:
        return queryset.matching(self.search_query) if self.search_query else queryset

    def get_list_more_buttons(self, instance: School) -> list[object]:
        buttons = super().get_list_more_buttons(instance)
        if may_merge(self.request, instance):
            url = reverse("school:merge", args=[instance.pk])
            buttons.append(Button(_("Uniți cu alta"), url, icon_name="link", priority=40))
        return buttons


class SchoolAddView(generic.CreateView):
    """A school that the register lacks."""

    page_title = gettext_lazy("Adăugați o școală")
    success_message = gettext_lazy("Școala %(object)s este în registru.")

    def save_instance(self) -> School:
        school = self.form.save_school()
        log(instance=school, action="wagtail.create", user=self.request.user)
        return school


class SchoolEditView(generic.EditView):
    """Rename a school, move it, close it or open it again."""

    success_message = gettext_lazy("Datele școlii %(object)s au fost salvate.")

    @property
    def header_buttons(self) -> list[BaseButton]:
        """The way to the merge, in sight: the list has it only behind its three dots."""
        if not may_merge(self.request, self.object):
            return []
        url = reverse("school:merge", args=[self.object.pk])
        return [HeaderButton(_("Uniți cu alta"), url, icon_name="link")]

    def get_usage_url(self) -> None:
        """Wagtail counts the uses in pages; a school taught at every week would have none."""
        return

    def save_instance(self) -> School:
        school = self.form.save_school()
        log(instance=school, action="wagtail.edit", user=self.request.user)
        return school


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the school that stays; this one then leads to it everywhere."""
    if not request.user.has_perm("organisations.settle_school_requests"):
        raise PermissionDenied
    school = get_object_or_404(School, pk=pk, merged_into=None)
    form = ChooseSchoolForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.cleaned_data["school"] != school:
        try:
            into = merge_schools(duplicate=school, into=form.cleaned_data["school"])
        except ValueError:  # a colleague merged one of them a moment ago
            return redirect("school:index")
        data = {"into": into.siiir}
        log(instance=school, action="organisations.merge", user=request.user, data=data)
        messages.success(request, _("Școlile sunt unite."))
        return redirect("school:index")
    words = request.GET.get("cauta", school.name)
    found = [other for other in find_schools(words) if other.pk != school.pk]
    context = {"school": school, "form": form, "words": words, "schools": found}
    return render(request, "organisations/admin/merge.html", context)


class SchoolViewSet(ModelViewSet):
    """Schools."""

    model = School
    name = "school"
    url_prefix = "scoli"
    icon = "home"
    menu_label = gettext_lazy("Școli")
    menu_order = 310
    add_to_admin_menu = True
    copy_view_enabled = False
    list_filter = ("county", "medium", "level")
    search_fields = ("folded",)
    index_view_class = SchoolIndexView
    add_view_class = SchoolAddView
    edit_view_class = SchoolEditView

    @cached_property
    def list_display(self) -> list[object]:
        return [
            "name",
            Column("locality", label=gettext_lazy("Localitatea"), sort_key="locality__name"),
            Column("county", label=gettext_lazy("Județul"), sort_key="county__sort_key"),
            Column("siiir", label=gettext_lazy("Cod SIIIR"), sort_key="siiir"),
            Column("state", accessor=school_state, label=gettext_lazy("Starea")),
        ]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return SchoolForm

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/unire/", merge, name="merge")]

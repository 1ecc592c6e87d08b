"""Schools that teachers did not find: choose the one that was meant, or add it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from lms.organisations.forms import ChooseSchoolForm, SchoolForm, new_school_form
from lms.organisations.models import School, SchoolRequest
from lms.organisations.selectors import find_schools
from lms.organisations.services import settle_school_request


class RequestIndexView(generic.IndexView):
    """What waits first, then what was settled."""

    def get_base_queryset(self) -> QuerySet[SchoolRequest]:
        requests = SchoolRequest.objects.select_related("county", "school__locality")
        return requests.order_by("state", "asked_at")

    def get_add_url(self) -> None:
        """Requests are made by teachers."""
        return


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which school was meant, or put it into the register."""
    if not request.user.has_perm("organisations.settle_school_requests"):
        raise PermissionDenied
    asked = get_object_or_404(SchoolRequest, pk=pk)
    adds = "siiir" in request.POST
    form = ChooseSchoolForm(request.POST if request.method == "POST" and not adds else None)
    new = new_school_form(asked, request.POST if adds else None)
    if request.method == "POST" and (new if adds else form).is_valid():
        school = _new_school(new, request) if adds else form.cleaned_data["school"]
        settle_school_request(request=asked, school=school)
        data = {"school": school.siiir}
        log(instance=asked, action="organisations.settle", user=request.user, data=data)
        messages.success(request, _("Cererea este rezolvată, iar profesorii au primit școala."))
        return redirect("schoolrequest:index")
    words = request.GET.get("cauta", asked.locality_name)
    context = {"asked": asked, "form": form, "new": new, "words": words}
    found = find_schools(words, county=None if "cauta" in request.GET else asked.county)
    return render(request, "organisations/admin/settle.html", {**context, "schools": found})


def _new_school(form: SchoolForm, request: HttpRequest) -> School:
    school = form.save_school()
    log(instance=school, action="wagtail.create", user=request.user)
    return school


class SchoolRequestViewSet(ModelViewSet):
    """Requests for schools."""

    model = SchoolRequest
    name = "schoolrequest"
    url_prefix = "cereri-scoli"
    icon = "help"
    menu_label = gettext_lazy("Cereri de școli")
    menu_order = 311
    add_to_admin_menu = True
    copy_view_enabled = False
    list_filter = ("state", "county")
    index_view_class = RequestIndexView
    edit_view = staticmethod(settle)

    @cached_property
    def list_display(self) -> list[object]:
        return [
            "name",
            Column("locality_name", label=gettext_lazy("Localitatea")),
            Column("county", label=gettext_lazy("Județul")),
            Column("state", accessor="get_state_display", label=gettext_lazy("Starea")),
            Column("school", label=gettext_lazy("Școala din registru")),
            DateColumn("asked_at", label=gettext_lazy("Cerută la")),
        ]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return SchoolForm

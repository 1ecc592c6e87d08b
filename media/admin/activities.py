"""Activities in the admin: add with a verdict, replace the file, see versions, and where it is."""

from django.contrib import messages
from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.forms import ModelForm
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from media.admin import cautions
from media.forms.activities import ActivityForm, NewActivityForm
from media.models import Activity
from media.problems import sentences
from media.selectors import waiting_for
from media.services import PackageRefused
from media.twins import parts_of

# How a script says that it sends the form itself, to show how far it is.
UPLOAD = "X-Upload"


def activity_state(activity: Activity) -> str:
    """Whether a page may show it, and if not, what is missing."""
    if activity.shown is None:
        return _("așteaptă aprobarea bibliotecilor")
    return _("gata") if activity.is_ready else _("lipsește varianta în text")


class _Uploading:
    """Answers a form that was sent by the script with addresses or errors instead of a page: the
    chosen file stays chosen."""

    def form_valid(self, form: ModelForm) -> HttpResponse:
        try:
            response = super().form_valid(form)
        except PackageRefused as refused:
            # What is seen only when the content is cleaned by the semantics of its libraries.
            form.add_error("package", sentences(refused.problems))
            return self.form_invalid(form)
        if UPLOAD in self.request.headers:
            return JsonResponse({"next": response.url})
        return response

    def form_invalid(self, form: ModelForm) -> HttpResponse:
        if UPLOAD in self.request.headers:
            return JsonResponse({"errors": form.sentences()}, status=422)
        return super().form_invalid(form)

    def get_success_url(self) -> str:
        return self.get_edit_url()

    def get_success_buttons(self) -> list[object]:
        return []


class ActivityIndexView(generic.IndexView):
    """All activities."""

    add_item_label = gettext_lazy("Adăugați o activitate")

    def get_base_queryset(self) -> QuerySet[Activity]:
        return Activity.objects.select_related("shown")


class ActivityAddView(_Uploading, generic.CreateView):
    """Upload a package; the verdict comes at once."""

    page_title = gettext_lazy("Adăugați o activitate")
    success_message = gettext_lazy("Activitatea „%(object)s” este încărcată.")
    error_message = gettext_lazy(
        "Activitatea nu a fost încărcată. Vedeți ce este de făcut mai jos."
    )
    submit_button_label = gettext_lazy("Încărcați")
    submit_button_active_label = gettext_lazy("Se încarcă…")

    def save_instance(self) -> Activity:
        activity = self.form.save_activity(self.request.user)
        cautions.tell(self.request, self.form.cleaned_data["package"].verdict.warnings)
        log(instance=activity, action="wagtail.create", user=self.request.user)
        return activity


class ActivityEditView(_Uploading, generic.EditView):
    """Change what is said, or replace the file; below, its versions."""

    success_message = gettext_lazy("Activitatea „%(object)s” este salvată.")
    error_message = gettext_lazy("Nu s-a salvat. Vedeți ce este de făcut mai jos.")
    submit_button_label = gettext_lazy("Salvați")
    submit_button_active_label = gettext_lazy("Se salvează…")

    def save_instance(self) -> Activity:
        before = self.object.revisions.count()
        activity = self.form.save_activity(self.request.user)
        replaced = activity.revisions.count() > before
        package = self.form.cleaned_data["package"]
        if package and not replaced:
            messages.info(self.request, _("Fișierul este același; nu s-a făcut o versiune nouă."))
        if replaced:
            cautions.tell(self.request, package.verdict.warnings)
        action = "media.replace_file" if replaced else "wagtail.edit"
        log(instance=activity, action=action, user=self.request.user)
        return activity

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        revisions = list(self.object.revisions.select_related("bundle", "uploaded_by").reverse())
        return {
            **super().get_context_data(**kwargs),
            "activity": self.object,
            "told": parts_of(self.object.shown.told) if self.object.shown else [],
            "revisions": revisions,
            "waiting": waiting_for(revisions[0]) if revisions else [],
        }


class ActivityDeleteView(generic.DeleteView):
    """Only what no page shows and no class has opened is deleted."""

    success_message = gettext_lazy("Activitatea „%(object)s” a fost ștearsă.")

    def form_valid(self, form: object) -> HttpResponse:
        if self.usage.count():
            said = _(
                "Nu s-a șters nimic: activitatea este într-o pagină. Scoateți-o întâi de acolo."
            )
            return self._refused(said)
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError:
            said = _(
                "Nu s-a șters nimic: activitatea a fost deschisă în clase, iar cifrele se sprijină "
                "pe ea. Scoateți-o din pagini dacă nu mai este bună."
            )
            return self._refused(said)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        return {**context, "is_protected": bool(self.usage.count())}

    def _refused(self, said: str) -> HttpResponse:
        messages.error(self.request, said)
        return redirect(self.usage_url)


class ActivityViewSet(ModelViewSet):
    """Activities."""

    model = Activity
    name = "activity"
    url_prefix = "activitati"
    icon = "media"
    menu_label = gettext_lazy("Activități H5P")
    menu_order = 305
    add_to_admin_menu = True
    copy_view_enabled = False
    list_filter = ("language",)
    search_fields = ("title",)
    create_template_name = "media/admin/add_activity.html"
    edit_template_name = "media/admin/activity.html"
    index_view_class = ActivityIndexView
    add_view_class = ActivityAddView
    edit_view_class = ActivityEditView
    delete_view_class = ActivityDeleteView

    @cached_property
    def list_display(self) -> list[object]:
        return [
            "title",
            Column(
                "kind",
                label=gettext_lazy("Felul"),
                accessor=lambda one: one.shown.main_library if one.shown else "",
            ),
            Column("language", label=gettext_lazy("Limba"), accessor="get_language_display"),
            Column("state", label=gettext_lazy("Starea"), accessor=activity_state),
            DateColumn("made_at", label=gettext_lazy("Adăugată la")),
        ]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return ActivityForm if for_update else NewActivityForm

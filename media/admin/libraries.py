"""H5P libraries in the admin: what waits, what it is made of, and who lets it run."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import BaseButton, HeaderButton
from wagtail.log_actions import log

from media.admin import cautions
from media.forms.activities import InstallForm
from media.models import H5PLibrary
from media.problems import sentences
from media.selectors import revisions_needing
from media.services import (
    PackageRefused,
    approve_libraries,
    install_package,
    refuse_library,
    withdraw_approval,
)

APPROVE = "media.approve_h5plibrary"
SOME_ROW = re.compile(r"[0-9]{1,18}")


def library_state(library: H5PLibrary) -> str:
    """Whether it may run."""
    return _("aprobată") if library.is_approved else _("așteaptă aprobarea")


def makes_code(library: H5PLibrary) -> str:
    """Whether it makes code of text, which its page has to allow."""
    return _("da") if library.needs_eval else _("nu")


def file_count(library: H5PLibrary) -> int:
    """How many files it has."""
    return len(library.details["files"])


class LibraryIndexView(generic.IndexView):
    """What waits first."""

    def get_base_queryset(self) -> QuerySet[H5PLibrary]:
        return H5PLibrary.objects.order_by(
            F("approved_at").desc(nulls_first=True), "machine_name", "major", "minor"
        )

    def get_add_url(self) -> str | None:
        return reverse("h5plibrary:install") if self.request.user.has_perm(APPROVE) else None

    @property
    def add_item_label(self) -> str:
        return _("Instalați dintr-un pachet")

    @property
    def header_buttons(self) -> list[BaseButton]:
        waiting = H5PLibrary.objects.waiting().count()
        if not waiting or not self.request.user.has_perm(APPROVE):
            return super().header_buttons
        said = ngettext(
            "Vedeți biblioteca care așteaptă", "Vedeți cele %(n)s biblioteci care așteaptă", waiting
        )
        url = reverse("h5plibrary:waiting")
        return [
            *super().header_buttons,
            HeaderButton(said % {"n": waiting}, url, icon_name="check"),
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One library with all that is known of it; whoever may approve it decides."""
    library = get_object_or_404(H5PLibrary, pk=pk)
    may = request.user.has_perm(APPROVE)
    if not may and not request.user.has_perm("media.view_h5plibrary"):
        raise PermissionDenied
    if request.method == "POST":
        if not may:
            raise PermissionDenied
        return _decided(request, library)
    context = {
        "library": library,
        "plain": library.plain,
        "file_count": file_count(library),
        "scripts": len(library.details["scripts"]),
        "needed_by": revisions_needing(library),
        "may_decide": may,
    }
    return render(request, "media/admin/library.html", context)


def _decided(request: HttpRequest, library: H5PLibrary) -> HttpResponse:
    if "refuse" in request.POST:
        try:
            refuse_library(library=library)
        except ValueError:
            messages.error(request, _("Biblioteca este deja aprobată: nu se mai poate refuza."))
            return redirect("h5plibrary:edit", library.pk)
        messages.success(request, _("Biblioteca %(name)s este refuzată.") % {"name": library})
    elif "withdraw" in request.POST:
        stopped = withdraw_approval(library=library)
        # Pressed twice, or by two: it was withdrawn once.
        if library.is_approved:
            log(instance=library, action="media.withdraw_approval", user=request.user)
        said = _(
            "Biblioteca %(name)s nu mai rulează. Activități oprite sau întoarse la un fișier mai "
            "vechi: %(n)s."
        )
        messages.success(request, said % {"name": library, "n": stopped})
    else:
        _approve(request, [library])
    return redirect("h5plibrary:index")


@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """All libraries that wait, to be approved together after a look."""
    if not request.user.has_perm(APPROVE):
        raise PermissionDenied
    if request.method == "POST":
        chosen = H5PLibrary.objects.waiting().filter(
            pk__in=[pk for pk in request.POST.getlist("library") if SOME_ROW.fullmatch(pk)]
        )
        _approve(request, list(chosen))
        return redirect("h5plibrary:index")
    rows = [(row, file_count(row), row.details["hosts"]) for row in H5PLibrary.objects.waiting()]
    return render(request, "media/admin/waiting.html", {"rows": rows})


def _approve(request: HttpRequest, libraries: list[H5PLibrary]) -> None:
    approved = approve_libraries(libraries=libraries, user=request.user)
    for library in approved:
        log(instance=library, action="media.approve_library", user=request.user)
    if not approved:
        messages.info(
            request,
            _(
                "Nu s-a aprobat nimic: nu ați bifat nicio bibliotecă sau a aprobat-o deja "
                "altcineva."
            ),
        )
        return
    said = ngettext(
        "O bibliotecă poate rula de acum.", "%(n)s biblioteci pot rula de acum.", len(approved)
    )
    messages.success(request, said % {"n": len(approved)})


@require_http_methods(["GET", "HEAD", "POST"])
def install(request: HttpRequest) -> HttpResponse:
    """Install the libraries of a package; they may run at once."""
    if not request.user.has_perm(APPROVE):
        raise PermissionDenied
    form = InstallForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            installed = install_package(file=form.cleaned_data["package"], user=request.user)
        except PackageRefused as refused:
            form.add_error("package", sentences(refused.problems))
        else:
            for library in (*installed.added, *installed.replaced):
                log(instance=library, action="media.approve_library", user=request.user)
            said = _(
                "Biblioteci noi: %(new)s. Mai noi sau aprobate acum: %(newer)s. "
                "Neschimbate: %(same)s."
            )
            messages.success(
                request,
                said
                % {
                    "new": len(installed.added),
                    "newer": len(installed.replaced),
                    "same": len(installed.unchanged),
                },
            )
            cautions.tell(request, installed.warnings)
            return redirect("h5plibrary:index")
    return render(request, "media/admin/install.html", {"form": form})


class H5PLibraryViewSet(ModelViewSet):
    """H5P libraries. Nothing is edited: they come, wait, and run."""

    model = H5PLibrary
    name = "h5plibrary"
    url_prefix = "biblioteci-h5p"
    icon = "code"
    menu_label = gettext_lazy("Biblioteci H5P")
    menu_order = 306
    add_to_admin_menu = True
    copy_view_enabled = False
    form_fields = ["title"]
    search_fields = ("machine_name", "title")
    index_view_class = LibraryIndexView
    add_view = staticmethod(install)
    edit_view = staticmethod(decide)

    @cached_property
    def list_display(self) -> list[object]:
        return [
            "__str__",
            Column("title", label=gettext_lazy("Titlul")),
            Column("licence", label=gettext_lazy("Licența")),
            Column("files", label=gettext_lazy("Fișiere"), accessor=file_count),
            # No tick: what makes code of text is not the better for it.
            Column("needs_eval", label=gettext_lazy("Cod din text"), accessor=makes_code),
            Column("state", label=gettext_lazy("Starea"), accessor=library_state),
        ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("asteapta/", waiting, name="waiting"),
            path("instalare/", install, name="install"),
        ]

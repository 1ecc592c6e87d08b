"""The county directory by table: take it away, fill it in, see what would change, save."""

from dataclasses import astuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.tables.forms import TableFileForm
from lms.core.tables.signed import sign_rows, signed_rows
from lms.core.tables.writing import KINDS
from lms.helplines.directory.changes import changes_of, fingerprint
from lms.helplines.directory.reading import ServiceRow, read_services
from lms.helplines.directory.table import directory_table
from lms.helplines.models import CountyService
from lms.helplines.services import DirectoryChangedError, write_services

_SALT = "lms.helplines.directory"


def _check(request: HttpRequest) -> None:
    for verb in ("add", "change"):
        if not request.user.has_perm(f"helplines.{verb}_countyservice"):
            raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The table to fill in and the form; a POST shows what the file would change."""
    _check(request)
    form = TableFileForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        file = read_services(form.cleaned_data["file"].read())
        context = {"form": TableFileForm(), "problems": file.problems}
        if not file.problems:
            rows = [astuple(row) for row in file.rows]
            # Before the comparison: what changes in between is noticed when it is saved.
            seen = fingerprint(file.rows)
            context["changes"] = changes_of(file.rows)
            context["signed"] = sign_rows([seen, *rows], salt=_SALT, scope=[request.user.pk])
    return render(request, "helplines/admin/county_table.html", context)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save what the preview showed."""
    _check(request)
    rows = signed_rows(request.POST.get("randuri", ""), salt=_SALT, scope=[request.user.pk])
    if rows is None:
        messages.error(
            request, _("Previzualizarea nu mai este valabilă. Trimiteți din nou fișierul.")
        )
        return redirect("county_services_import")
    seen, *shown = rows
    try:
        done = write_services(rows=[ServiceRow(*row) for row in shown], by=request.user, seen=seen)
    except DirectoryChangedError:
        messages.error(
            request,
            _(
                "Nu s-a salvat nimic: între timp altcineva a schimbat un județ din acest tabel. "
                "Trimiteți din nou fișierul, uitați-vă ce se schimbă acum, apoi salvați."
            ),
        )
        return redirect("county_services_import")
    messages.success(
        request,
        _("Lista este salvată. Noi: %(added)d, schimbate: %(changed)d, la fel: %(kept)d.")
        % {"added": done.added, "changed": done.changed, "kept": done.kept},
    )
    return redirect(reverse(CountyService.snippet_viewset.get_url_name("list")))


@require_safe
def table(request: HttpRequest, kind: str) -> HttpResponse:
    """The directory to take away and fill in."""
    _check(request)
    if kind not in KINDS:
        raise Http404
    response = HttpResponse(directory_table(kind), content_type=KINDS[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="servicii-copii.{kind}"'
    return response

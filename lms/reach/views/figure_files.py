"""The figures of a year by file: a table to fill in, its preview, then all of it or nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.audiences import Audience
from lms.core.qualifiers import Qualifier
from lms.core.tables.forms import TableFileForm
from lms.core.tables.writing import KINDS
from lms.organisations.models import MemberOrganisation
from lms.reach.enums import DeclaredMethod
from lms.reach.figure_files.preview import preview_rows
from lms.reach.figure_files.rows import known_figures, read_figures
from lms.reach.figure_files.signed import sign_rows, signed_rows
from lms.reach.figure_files.template import figures_file
from lms.reach.selectors.submissions import indicator_lines
from lms.reach.services.declaring import is_writable
from lms.reach.services.figure_files import declare_rows
from lms.reach.services.problems import NotWritable, PeriodProblem
from lms.reach.views.access import needs, reporting_period
from lms.reach.views.declaring import own_organisation, own_submission


@needs("declare_figures")
def upload(request: HttpRequest, year: int) -> HttpResponse:
    """The table to fill in, and the way back; a POST shows what the file would change."""
    period, organisation = reporting_period(year), own_organisation(request)
    if not is_writable(own_submission(period, organisation)):
        messages.error(request, str(NotWritable()))
        return redirect("reach:declare_year", year)
    if request.method != "POST":
        return _page(request, year, TableFileForm())
    form = TableFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, year, form)
    return _preview(request, year, organisation, form.cleaned_data["file"].read())


@needs("declare_figures", methods=("POST",))
def save(request: HttpRequest, year: int) -> HttpResponse:
    """Save what the preview showed, as drafts."""
    period = reporting_period(year)
    own_organisation(request)
    rows = signed_rows(request.POST.get("randuri", ""), year=year, by=request.user)
    if rows is None:
        messages.error(
            request,
            _(
                "Previzualizarea nu mai este valabilă și nu s-a salvat nimic. Trimiteți din nou "
                "fișierul."
            ),
        )
        return redirect("reach:declare_file", year)
    try:
        changed = declare_rows(period=period, rows=rows, by=request.user)
    except PeriodProblem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _said(changed))
    return redirect("reach:declare_year", year)


@needs("declare_figures", methods=("GET", "HEAD"))
def template(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The table with what is declared already."""
    reporting_period(year)
    content = figures_file(indicator_lines(own_organisation(request), year), kind)
    response = HttpResponse(content, content_type=KINDS[kind])
    name = f"protect-cifre-{year}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(request: HttpRequest, year: int, form: TableFileForm) -> HttpResponse:
    context = {
        "form": form,
        "year": year,
        "qualifiers": Qualifier.values,
        "methods": DeclaredMethod.labels,
        "audiences": Audience.choices,
    }
    return render(request, "reach/declaring/file.html", context)


def _preview(
    request: HttpRequest, year: int, organisation: MemberOrganisation, content: bytes
) -> HttpResponse:
    found = read_figures(content, known_figures(organisation.pk, year))
    rows = preview_rows(found.rows, year)
    context = {
        "year": year,
        "organisation": organisation,
        "form": TableFileForm(),
        "problems": found.problems,
        "rows": rows,
        "added": sum(row.is_new for row in rows),
        "changed": sum(row.is_changed for row in rows),
        "kept": sum(not row.changes and bool(row.value) for row in rows),
        "signed": "" if found.problems else sign_rows(found.rows, year=year, by=request.user),
    }
    return render(request, "reach/declaring/file_preview.html", context)


def _said(changed: int) -> str:
    if not changed:
        return _("Fișierul nu schimbă nimic: toate cifrele din el sunt deja scrise.")
    text = ngettext(
        "S-a salvat o cifră din fișier. Verificați-o, apoi trimiteți cifrele.",
        "S-au salvat %(n)s cifre din fișier. Verificați-le, apoi trimiteți cifrele.",
        changed,
    )
    return text % {"n": changed}

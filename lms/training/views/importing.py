"""The list of an event by file: a table to fill in, its preview, then all of it or nothing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.tables.forms import TableFileForm
from lms.core.tables.writing import KINDS
from lms.organisations.selectors import county_codes
from lms.training.enums import SETTLED_STATES
from lms.training.forms.requests import ASKABLE
from lms.training.models import TrainingEvent
from lms.training.participant_files.columns import sitting_title
from lms.training.participant_files.export import list_file
from lms.training.participant_files.plan import plan_list
from lms.training.participant_files.preview import preview_of
from lms.training.participant_files.reading import read_list
from lms.training.participant_files.signed import sign_list, signed_list
from lms.training.services import EventSettled, ImportedList, ListMovedOn, import_list
from lms.training.views.access import event_or_404, for_trainers

# More than anybody reads.
MOST_PROBLEMS = 200


@for_trainers("GET", "HEAD", "POST")
def upload(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The table to fill in, and the way back; a POST shows what the file would change."""
    event = event_or_404(request, public_id)
    if event.state in SETTLED_STATES:
        messages.error(request, _settled())
        return redirect("training:event", public_id)
    form = TableFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _preview(request, event, form.cleaned_data["file"].read())
    return render(request, "training/import/upload.html", _about(event, form))


@for_trainers("POST")
def save(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Save what the preview showed."""
    event = event_or_404(request, public_id)
    signed = signed_list(request.POST.get("randuri", ""), event=event, by=request.user)
    if signed is None:
        messages.error(
            request,
            _(
                "Previzualizarea nu mai este valabilă și nu s-a salvat nimic. Trimiteți din nou "
                "fișierul."
            ),
        )
        return redirect("training:import", public_id)
    rows, shown = signed
    try:
        done = import_list(event=event, rows=rows, shown=shown, by=request.user)
    except EventSettled:
        messages.error(request, _settled())
    except ListMovedOn:
        messages.error(
            request,
            _(
                "Lista s-a schimbat între timp și nu s-a salvat nimic. Trimiteți din nou fișierul, "
                "ca să vedeți ce ar schimba acum."
            ),
        )
        return redirect("training:import", public_id)
    else:
        messages.success(request, _said(done))
    return redirect("training:event", public_id)


@for_trainers("GET", "HEAD")
def table(request: HttpRequest, public_id: UUID, kind: str) -> HttpResponse:
    """The list as it is, to take away or to fill in."""
    event = event_or_404(request, public_id)
    response = HttpResponse(list_file(event, kind), content_type=KINDS[kind])
    name = f"lista-{event.code}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _preview(request: HttpRequest, event: TrainingEvent, content: bytes) -> HttpResponse:
    sittings = list(event.sittings.order_by("number"))
    file = read_list(content, sittings, county_codes())
    plan = plan_list(event, file.rows, no_audience_at=file.no_audience_at)
    # A cell that cannot be read is told so, and not also that it says nothing.
    noted = {(one.line, one.column) for one in file.problems}
    new = [one for one in plan.problems if (one.line, one.column) not in noted]
    problems = sorted([*file.problems, *new])[:MOST_PROBLEMS]
    context = _about(event, TableFileForm()) | {
        "file": file,
        "problems": problems,
        "preview": preview_of(plan),
        "signed": ""
        if problems
        else sign_list(file.rows, plan.digest, event=event, by=request.user),
    }
    return render(request, "training/import/preview.html", context)


def _about(event: TrainingEvent, form: TableFileForm) -> dict[str, object]:
    return {
        "event": event,
        "form": form,
        "audiences": [label for _code, label in ASKABLE],
        "sittings": [sitting_title(one) for one in event.sittings.order_by("number")],
    }


def _said(done: ImportedList) -> str:
    if done == ImportedList():
        return _("Fișierul nu schimbă nimic: tot ce scrie în el este deja pe listă.")
    parts = [
        (done.added, ngettext("%(n)s persoană nouă", "%(n)s persoane noi", done.added)),
        (done.changed, ngettext("%(n)s rând schimbat", "%(n)s rânduri schimbate", done.changed)),
        (done.marks, ngettext("%(n)s bifă nouă", "%(n)s bife noi", done.marks)),
    ]
    return _("Lista este salvată: %s.") % ", ".join(text % {"n": n} for n, text in parts if n)


def _settled() -> str:
    return _("Formarea este încheiată sau anulată. Redeschideți-o ca să schimbați lista.")

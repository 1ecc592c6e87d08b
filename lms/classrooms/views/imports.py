"""Importing class sessions from a file: upload, look at every row, register."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lms.classrooms.forms.upload import UploadForm
from lms.classrooms.importing.rows import preview_rows
from lms.classrooms.models import SessionImport
from lms.classrooms.services import receive_import, register_import
from lms.classrooms.views.access import needs

PER_PAGE = 200


@needs("import_class_sessions")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take the file in; what it holds is shown before anything is registered."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            received = receive_import(
                uploaded_by=request.user,
                file_name=form.cleaned_data["file"].name,
                rows=form.rows,
            )
            return redirect("classrooms:import_preview", received.public_id)
    return render(request, "classrooms/import.html", {"form": form})


@needs("import_class_sessions")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every row with what comes of it; a POST registers those without errors."""
    imports = SessionImport.objects.for_user(request.user)
    received = imports.select_related("uploaded_by", "organisation").filter(public_id=public_id)
    received = received.first()
    if received is None:
        raise Http404
    if request.method == "POST":
        try:
            register_import(upload=received)
        except SessionImport.DoesNotExist:  # another file took its place a moment ago
            raise Http404 from None
        return redirect("classrooms:import_preview", public_id)
    if received.registered_at is not None:
        return render(request, "classrooms/import_done.html", {"upload": received})
    rows = preview_rows(received)
    # What needs a look comes first.
    ordered = sorted(rows, key=lambda row: (not row.errors, not row.notes, row.number))
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "upload": received,
        "page_of_rows": page,
        "total": len(rows),
        "added": sum(row.is_new for row in rows),
        "doubtful": sum(row.is_new and bool(row.notes) for row in rows),
        "corrected": sum(row.revises for row in rows),
        "known": sum(row.known is not None and not row.revises for row in rows),
        "refused": sum(bool(row.errors) for row in rows),
    }
    return render(request, "classrooms/import_preview.html", context)

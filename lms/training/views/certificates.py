"""Certificates: the public check, the papers of one's own, the trainer's batch."""

import io
import zipfile
from typing import TypeVar
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.core import limits
from lms.training.enums import CertificateState, EventState
from lms.training.forms.certificates import ReissueForm
from lms.training.forms.requests import ReasonForm
from lms.training.models import Certificate
from lms.training.numbers import normalise_number
from lms.training.printing.documents import CertificatePress, certificate_pdf
from lms.training.services import (
    CertificateSettled,
    EventSettled,
    issue_certificates,
    reissue_certificate,
    revoke_certificate,
)
from lms.training.views.access import event_or_404, for_trainers
from lms.training.views.public_events import participant_or_404

# Whoever tries numbers one after the other is stopped long before finding one. Numbers that exist
# are not counted: a hall looks at its own certificates from one network.
MOST_MISSES, PER_SECONDS = 120, 3600
# Of what somebody typed as a number, so much is repeated.
MOST_TYPED = 30
Response = TypeVar("Response", bound=HttpResponse)


@require_safe
@never_cache
def ask_number(request: HttpRequest) -> HttpResponse:
    """Where the number of a certificate on paper is typed: ?numar= leads to what it says."""
    typed = request.GET.get("numar", "").strip()[:MOST_TYPED]
    number = normalise_number(typed) or typed.replace("/", "")
    if number:
        return redirect("certificate", number)
    return render(request, "training/public/ask_number.html")


@require_safe
@never_cache
def check(request: HttpRequest, number: str) -> HttpResponse:
    """What a certificate says, or that there is none with this number."""
    if not _may_check(request):
        return _too_many(render(request, "training/public/too_many.html", status=429))
    found = _found(request, number)
    context = {"certificate": found, "typed": number[:MOST_TYPED]}
    status = 200 if found else 404
    return render(request, "training/public/certificate.html", context, status=status)


@require_safe
@never_cache
def check_as_json(request: HttpRequest, number: str) -> JsonResponse:
    """The same for programs."""
    if not _may_check(request):
        return _too_many(JsonResponse({"message": "Too many checks."}, status=429))
    found = _found(request, number)
    if found is None:
        return JsonResponse({"valid": False}, status=404)
    return JsonResponse(
        {
            "valid": found.state == CertificateState.VALID,
            "state": found.state,
            "number": found.number,
            "name": found.masked_name,
            "course": found.course,
            "minutes": found.minutes,
            "first_day": found.first_day.isoformat(),
            "last_day": found.last_day.isoformat(),
            "issuer": found.issuer,
            "issued_at": found.issued_at.isoformat(),
        }
    )


@require_safe
@never_cache
def own_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The certificate of a participant, by the link of a letter."""
    participant = participant_or_404(token)
    found = get_object_or_404(
        participant.certificates.exclude(name=""), state=CertificateState.VALID
    )
    return _as_file(certificate_pdf(found), f"adeverinta-{found.number}.pdf", "application/pdf")


@for_trainers("GET", "HEAD", "POST")
def certificates(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The certificates of an event; a POST issues those that are missing."""
    event = event_or_404(request, public_id)
    if request.method == "POST":
        try:
            made = issue_certificates(event=event, by=request.user)
        except EventSettled:
            messages.error(request, _("Încheiați întâi formarea: până atunci lista se schimbă."))
        else:
            messages.success(request, _("Adeverințe emise acum: %(n)s.") % {"n": len(made)})
        return redirect("training:certificates", public_id)
    context = {
        "event": event,
        "certificates": _of_event(event.pk),
        "may_issue": event.state == EventState.CLOSED,
    }
    return render(request, "training/events/certificates.html", context)


@for_trainers("GET", "HEAD")
def batch(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """All valid certificates of an event as one ZIP."""
    event = event_or_404(request, public_id)
    # Of who was erased there is no name to print.
    known = _of_event(event.pk)
    valid = [one for one in known if one.name and one.state == CertificateState.VALID]
    if not valid:
        raise Http404
    content = io.BytesIO()
    press = CertificatePress(valid[0])
    # PDF is compressed already.
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for one in valid:
            archive.writestr(f"adeverinta-{one.number}.pdf", press.print(one))
    return _as_file(content.getvalue(), f"adeverinte-{event.code}.zip", "application/zip")


@for_trainers("GET", "HEAD", "POST")
def certificate(request: HttpRequest, public_id: UUID, number: str) -> HttpResponse:
    """One certificate: its file, a correction, taking it back."""
    event = event_or_404(request, public_id)
    found = get_object_or_404(
        Certificate.objects.select_related("participant"), number=number, participant__event=event
    )
    decision = request.POST.get("decizie", "")
    reissue = ReissueForm(
        request.POST if decision == "corecteaza" else None, initial={"name": found.name}
    )
    revoke = ReasonForm(request.POST if decision == "retrage" else None, prefix="retragere")
    try:
        if decision == "corecteaza" and reissue.is_valid():
            new = reissue_certificate(certificate=found, by=request.user, **reissue.cleaned_data)
            messages.success(request, _("Adeverința corectată are alt număr."))
            return redirect("training:certificate", public_id, new.number)
        if decision == "retrage" and revoke.is_valid():
            why = revoke.cleaned_data["reason"]
            revoke_certificate(certificate=found, by=request.user, reason=why)
            messages.success(request, _("Adeverința este retrasă; pagina de verificare o spune."))
            return redirect("training:certificates", public_id)
    except CertificateSettled:
        messages.error(request, _("Adeverința a fost înlocuită sau retrasă între timp."))
        return redirect("training:certificates", public_id)
    context = {"event": event, "certificate": found, "reissue_form": reissue, "revoke_form": revoke}
    return render(request, "training/events/certificate.html", context)


@for_trainers("GET", "HEAD")
def certificate_file(request: HttpRequest, public_id: UUID, number: str) -> HttpResponse:
    """The paper of one certificate, for the trainer."""
    event = event_or_404(request, public_id)
    printable = Certificate.objects.exclude(name="").filter(state=CertificateState.VALID)
    found = get_object_or_404(printable, number=number, participant__event=event)
    return _as_file(certificate_pdf(found), f"adeverinta-{found.number}.pdf", "application/pdf")


def _of_event(event: int) -> list[Certificate]:
    rows = Certificate.objects.filter(participant__event=event).select_related("participant")
    return list(rows.order_by("name", "issued_at"))


def _may_check(request: HttpRequest) -> bool:
    source = get_adapter().get_client_ip(request)
    return not limits.is_spent("certificates", source, most=MOST_MISSES)


def _found(request: HttpRequest, typed: str) -> Certificate | None:
    number = normalise_number(typed)
    found = Certificate.objects.filter(number=number).first() if number else None
    if found is None:
        source = get_adapter().get_client_ip(request)
        limits.may("certificates", source, most=MOST_MISSES, seconds=PER_SECONDS)
    return found


def _too_many(response: Response) -> Response:
    response.headers["Retry-After"] = str(PER_SECONDS)
    return response


def _as_file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

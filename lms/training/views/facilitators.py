"""Facilitators: named on the page of a certificate, tied to an account by the link of a letter."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.keyring import BadToken, ExpiredToken
from lms.training.conditions import CONDITIONS_VERSION
from lms.training.enums import CertificateState
from lms.training.forms.facilitators import EndForm, NameForm, ProlongForm
from lms.training.models import Certificate, Facilitator
from lms.training.selectors.facilitators import (
    FacilitatorRow,
    accepted_by,
    facilitator_rows,
    has_confirmed_address,
    roles_of,
)
from lms.training.services import (
    CertificateSettled,
    FacilitatorSettled,
    LinkUsed,
    NoAddress,
    end_facilitator,
    make_facilitator,
    prolong_facilitator,
    tie_facilitator,
)
from lms.training.tokens import facilitator_of
from lms.training.views.access import event_or_404, for_trainers

# What the buttons send.
NAME, PROLONG, END = "numeste", "prelungeste", "incheie"


@dataclass(frozen=True)
class Decidable:
    """A facilitator with the forms by which one decides."""

    row: FacilitatorRow
    prolong: ProlongForm
    end: EndForm


@for_trainers("GET", "HEAD", "POST")
def of_certificate(request: HttpRequest, public_id: UUID, number: str) -> HttpResponse:
    """What the holder of a certificate is a facilitator of, and the decisions about it."""
    event = event_or_404(request, public_id)
    certificate = get_object_or_404(
        Certificate.objects.select_related("participant__event"),
        number=number,
        participant__event=event,
    )
    step = request.POST.get("pas", "")
    rows = [_decidable(request, step, row) for row in facilitator_rows(certificate.participant)]
    roles = [one.row.facilitator for one in rows]
    # Of a form that was sent all hold: the button pressed twice says the same thing twice.
    running = [] if step == NAME else [one for one in roles if not one.is_ended]
    name = NameForm(
        request.POST if step == NAME else None,
        prefix="nou",
        usual=event.programme,
        taken=[one.programme_id for one in running],
    )
    if request.method == "POST":
        try:
            said = _decide(request, certificate, step, name, rows)
        except (CertificateSettled, FacilitatorSettled):
            said = ""
            messages.error(request, _("S-a hotărât altceva între timp. Verificați mai jos."))
        except NoAddress:
            said = None
            name.add_error(
                None, _("Participantul nu are adresă de e-mail, deci nu îi putem scrie.")
            )
        if said:
            messages.success(request, said)
        if said is not None:
            return redirect("training:facilitators", public_id, number)
    person = certificate.participant
    context = {
        "event": event,
        "certificate": certificate,
        "rows": rows,
        "name_form": name,
        "may_name": certificate.state == CertificateState.VALID and not person.erased_at,
        "has_more": name.fields["programme"].queryset.exists(),
        "has_address": bool(person.email),
        "invalid": next((form for form in _forms(name, rows) if form.errors), None),
    }
    return render(request, "training/facilitators/of_certificate.html", context)


@require_safe
@never_cache
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """What this account is a facilitator of, with the way to each guide."""
    context = {
        "roles": list(roles_of(request.user)),
        "open": set(roles_of(request.user).valid().values_list("pk", flat=True)),
        "accepted": accepted_by(request.user).filter(version=CONDITIONS_VERSION).first(),
    }
    return render(request, "training/facilitators/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def tie(request: HttpRequest, token: str) -> HttpResponse:
    """The link of a letter: what it opens, and the button by which an account takes it on."""
    try:
        key, link = facilitator_of(token)
        public_id = UUID(key)
    except ExpiredToken:
        return _no_more(request, _("Linkul este mai vechi de 90 de zile."))
    except (BadToken, ValueError) as error:
        raise Http404 from error
    rows = Facilitator.objects.select_related("programme", "participant__event__organiser")
    found = get_object_or_404(rows, public_id=public_id)
    user = request.user if request.user.is_authenticated else None
    if user and found.user_id == user.pk and found.link_number == link:
        return redirect("training:own_facilitator")
    if request.method == "POST" and user:
        try:
            tie_facilitator(facilitator=found, link=link, user=user)
        except LinkUsed:
            return _no_more(request, _used())
        except PermissionDenied:
            messages.error(request, _("Confirmați întâi adresa de e-mail a contului."))
            return redirect("account_email")
        messages.success(request, _("Sunteți facilitator. Ghidul și materialele vă sunt deschise."))
        return redirect("training:own_facilitator")
    holds = Facilitator.objects.valid().filter(pk=found.pk).exists()
    if found.tied_at or found.link_number != link or not holds:
        return _no_more(request, _used())
    context = {
        "facilitator": found,
        "programme": found.programme,
        "has_address": user is not None and has_confirmed_address(user),
    }
    return render(request, "training/facilitators/tie.html", context)


def _used() -> str:
    return _("Linkul a fost deja folosit, sau s-a hotărât altceva de când l-ați primit.")


def _no_more(request: HttpRequest, why: str) -> HttpResponse:
    return render(request, "training/facilitators/no_more.html", {"why": why}, status=410)


def _decidable(request: HttpRequest, step: str, row: FacilitatorRow) -> Decidable:
    one = row.facilitator
    is_meant = request.POST.get("rand") == str(one.public_id)
    expected = {"expected": row.number}
    return Decidable(
        row=row,
        prolong=ProlongForm(
            request.POST if is_meant and step == PROLONG else None,
            prefix=f"prelungire-{one.pk}",
            initial=expected,
        ),
        end=EndForm(
            request.POST if is_meant and step == END else None,
            prefix=f"incheiere-{one.pk}",
            initial=expected,
        ),
    )


def _decide(
    request: HttpRequest,
    certificate: Certificate,
    step: str,
    name: NameForm,
    rows: list[Decidable],
) -> str | None:
    """What was done, in a sentence; None when a form is to be mended."""
    if step == NAME and name.is_valid():
        make_facilitator(certificate=certificate, by=request.user, **name.cleaned_data)
        return _("Facilitator numit. Linkul a plecat pe e-mail.")
    for one in rows:
        if one.prolong.is_bound and one.prolong.is_valid():
            prolong_facilitator(
                facilitator=one.row.facilitator, by=request.user, **one.prolong.cleaned_data
            )
            return _("Noua dată este salvată. Facilitatorul o primește pe e-mail.")
        if one.end.is_bound and one.end.is_valid():
            end_facilitator(
                facilitator=one.row.facilitator, by=request.user, **one.end.cleaned_data
            )
            return _("Nu mai este facilitator. I-am scris.")
    return None


def _forms(name: NameForm, rows: list[Decidable]) -> list:
    return [name, *(form for one in rows for form in (one.prolong, one.end))]

"""What is kept of a participant, for the person's own eyes."""

from lms.training.models import Participant, TrainingRequest


def data_of(participant: Participant) -> dict[str, object]:
    """Every event of the person with what they said of themselves, where they were present, and
    their certificates, and the requests that they wrote; as JSON can hold it."""
    rows = (
        Participant.objects.filter(person_key=participant.person_key, erased_at=None)
        .select_related("event__programme", "county")
        .prefetch_related("attendance__sitting", "certificates", "facilitator_roles__programme")
    )
    requests = TrainingRequest.objects.filter(
        erased_at=None, contact_email__iexact=participant.email
    )
    return {
        "adresa": participant.email,
        "formari": [_event(row) for row in rows],
        "cereri": [_request(row) for row in requests] if participant.email else [],
    }


def _event(row: Participant) -> dict[str, object]:
    return {
        "formarea": str(row.event),
        "inscriere": str(row.get_enrolment_display()),
        "inscris_la": row.enrolled_at.isoformat(),
        "nume": row.name,
        "grup": str(row.get_audience_display()),
        "institutia": row.institution,
        "judetul": str(row.county or ""),
        "varsta": row.get_age_display(),
        "genul": row.get_gender_display(),
        "acord": row.consent_version,
        "acord_finantatori": row.funder_consent_version,
        "prezenta": [
            {
                "intalnirea": said.sitting.number,
                "prezent": said.present,
                "la": said.said_at.isoformat(),
            }
            for said in row.attendance.all()
        ],
        "adeverinte": [
            {"numar": one.number, "stare": one.state, "emisa_la": one.issued_at.isoformat()}
            for one in row.certificates.all()
        ],
        "facilitator": [
            {"program": one.programme.title, "pana_la": one.valid_until.isoformat()}
            for one in row.facilitator_roles.all()
        ],
    }


def _request(row: TrainingRequest) -> dict[str, object]:
    return {
        "institutia": row.institution,
        "localitatea": row.locality,
        "nume": row.contact_name,
        "telefon": row.contact_phone,
        "mesaj": row.message,
        "ceruta_la": row.asked_at.isoformat(),
        "acord": row.consent_version,
    }

"""Signed links for people without an account: a participant's own page, a sitting's check-in,
the questions of an event."""

from datetime import timedelta

from django.conf import settings

from lms.core.keyring import BadToken, KeyRing

TIE_WITHIN = timedelta(days=90)


def participant_token(public_id: object) -> str:
    """The link of a participant's own page. It stands in every letter to that participant."""
    return _participants().sign({"p": str(public_id)})


def participant_of(token: str) -> str:
    """The public id of the participant. Raises BadToken for a token that is not ours."""
    return _text(_participants().read(token), "p")


def sitting_token(public_id: object) -> str:
    """What the QR code of one sitting says; it opens nothing outside the sitting's window."""
    return _sittings().sign({"s": str(public_id)})


def sitting_of(token: str) -> str:
    """The public id of the sitting. Raises BadToken for a token that is not ours."""
    return _text(_sittings().read(token), "s")


def questionnaire_token(public_id: object, part: str) -> str:
    """What the QR code of an event's questionnaire says: which event, before or after."""
    return _questionnaires().sign({"q": str(public_id), "t": part})


def questionnaire_of(token: str) -> tuple[str, str]:
    """The public id of the questionnaire, and before or after. Raises BadToken for another's."""
    payload = _questionnaires().read(token)
    return _text(payload, "q"), _text(payload, "t")


def evaluation_token(public_id: object) -> str:
    """What the QR code of an event's evaluation form says."""
    return _evaluations().sign({"q": str(public_id)})


def evaluation_of(token: str) -> str:
    """The public id of the questionnaire whose event is evaluated. Raises BadToken."""
    return _text(_evaluations().read(token), "q")


def facilitator_token(public_id: object, number: int) -> str:
    """The link by which somebody ties being a facilitator to an account."""
    return _facilitators().sign({"f": str(public_id), "n": number})


def facilitator_of(token: str) -> tuple[str, int]:
    """The public id of the facilitator and the number of the decision that the letter told of.

    Raises:
        ExpiredToken: the letter is older than 90 days.
        BadToken: the token is not ours.
    """
    payload = _facilitators().read(token, max_age=TIE_WITHIN)
    number = payload.get("n") if isinstance(payload, dict) else None
    if not isinstance(number, int):
        raise BadToken("no decision in it")
    return _text(payload, "f"), number


def _text(payload: object, key: str) -> str:
    value = payload.get(key) if isinstance(payload, dict) else None
    if not isinstance(value, str):
        raise BadToken("nothing of ours in it")
    return value


def _participants() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-participant")


def _facilitators() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-facilitator")


def _sittings() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-sitting")


def _questionnaires() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-questionnaire")


def _evaluations() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-evaluation")

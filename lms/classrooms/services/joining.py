"""Coming into a class: a new place, or the same one again. Nobody says who they are."""

import hmac
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from lessons.models import ModulePage
from lms.classrooms import guesses
from lms.classrooms.models import JoinCode, SchoolClass, Seat
from lms.classrooms.services.problems import (
    ClassIsFull,
    ClassIsOver,
    TooManyGuesses,
    UnknownCode,
    UnknownSeat,
)
from lms.people.nicknames import nickname as nickname_of
from lms.people.services import make_learner

# Every place has a nickname of two words; an assembly of four classes fits.
MOST_SEATS = 144


def join_class(*, code: str, client_id: UUID, address: str) -> Seat:
    """Take a place in the class of this code, or return the one that this `client_id` took.

    `code` is as `normalise_code` gives it; `address` is where the request comes from, of which
    only a keyed hash is kept, and only after a failure or with the code that was good there.

    Raises:
        UnknownCode: no class has this code.
        ClassIsOver: the class was closed.
        ClassIsFull: there is no free place.
        TooManyGuesses: too many wrong codes came from there.
    """
    school_class = _class_of(code, address)
    band = ModulePage.objects.values_list("age_band", flat=True).get(pk=school_class.module_id)
    with transaction.atomic():
        # Whoever joins at the same moment waits here for the number.
        locked = SchoolClass.objects.select_for_update().get(pk=school_class.pk)
        known = Seat.objects.filter(client_id=client_id, school_class=locked).first()
        if known is not None:
            return known
        if not locked.is_open():
            raise ClassIsOver
        number = (locked.seats.aggregate(last=Max("number"))["last"] or 0) + 1
        if number > MOST_SEATS:
            raise ClassIsFull
        learner = make_learner(
            age_band=band, nickname=nickname_of(number), expires_at=locked.expires_at
        )
        return Seat.objects.create(
            school_class=locked, learner=learner, number=number, client_id=client_id
        )


def rejoin_class(*, code: str, nickname: str, pictures: str, address: str) -> Seat:
    """The place of this nickname in the class of this code, for whoever knows its pictures.

    Raises:
        UnknownCode, ClassIsOver: as for joining.
        UnknownSeat: there is no such place, or the pictures are others; which of both is not said.
        TooManyGuesses: too many failures for this place, or from this address.
    """
    school_class = _class_of(code, address)
    place = f"{school_class.public_id}/{nickname}"
    if not guesses.may_try_pictures(place):
        raise TooManyGuesses
    seats = school_class.seats.select_related("learner")
    seat = seats.filter(learner__nickname=nickname).first()
    expected = seat.learner.pictures if seat else "-"
    if not hmac.compare_digest(expected.encode(), pictures.encode()) or seat is None:
        guesses.count_wrong_pictures(place)
        guesses.count_wrong_code(address)
        raise UnknownSeat
    return seat


def _class_of(code: str, address: str) -> SchoolClass:
    """The open class of a code; what is not one counts as a guess. Whoever sat in a class types its
    code again when it is over: that is no guess, and must not keep the next class out."""
    if not guesses.may_try_code(address, code):
        raise TooManyGuesses
    found = JoinCode.objects.filter(code=code).select_related("school_class").first()
    if found is None:
        guesses.count_wrong_code(address)
        raise UnknownCode
    if not found.school_class.is_open():
        if not guesses.was_good(address, code):
            guesses.count_wrong_code(address)
        raise ClassIsOver
    guesses.remember_code(address, code)
    return found.school_class

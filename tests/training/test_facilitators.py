"""Facilitators: named by a certificate, tied to an account by the holder, ended."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from lms.people.models import Letter, User
from lms.people.services import erase_account
from lms.training.models import Certificate, Facilitator
from lms.training.selectors.facilitators import is_facilitator
from lms.training.services import (
    CertificateSettled,
    FacilitatorSettled,
    LinkUsed,
    NoAddress,
    end_facilitator,
    forget_old_participants,
    forget_person,
    make_facilitator,
    prolong_facilitator,
    reissue_certificate,
    revoke_certificate,
    tie_facilitator,
)
from lms.training.services.facilitating import years_from_today
from tests.factories import make_user
from tests.training.event_factories import make_trainer
from tests.training.facilitators import (
    in_days,
    make_certificate,
    make_reader,
    name_facilitator,
    take_on,
)
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def named(trainer):
    return name_facilitator(trainer)


def opens(user, facilitator):
    return is_facilitator(user, {facilitator.programme.translation_key})


def prolong(facilitator, trainer, *, days=500, expected=1):
    return prolong_facilitator(
        facilitator=facilitator, valid_until=in_days(days), reason="Încă un an.",
        expected=expected, by=trainer,
    )  # fmt: skip


def end(facilitator, trainer, *, expected=1):
    return end_facilitator(
        facilitator=facilitator, reason="A cerut.", expected=expected, by=trainer
    )


def test_the_holder_gets_a_letter_with_a_link(named):
    letter = Letter.objects.get(key__startswith="training:facilitator:")
    assert letter.address == named.participant.email
    assert "/formare/facilitator/" in letter.body


def test_before_the_link_is_used_nothing_opens(named):
    assert named.user is None


def test_the_link_opens_it_to_the_account(named):
    assert opens(take_on(named), named)


def test_the_link_used_again_by_the_same_account_changes_nothing(named):
    user = take_on(named)
    take_on(named, user)
    assert Letter.objects.filter(key__startswith="training:facilitator_tied:").count() == 1


def test_another_account_cannot_use_the_link_again(named):
    take_on(named)
    with pytest.raises(LinkUsed):
        take_on(named)


def test_an_account_without_a_confirmed_address_cannot_use_it(named):
    with pytest.raises(PermissionDenied):
        take_on(named, make_user())


def test_another_organisations_trainer_names_nobody(trainer):
    certificate = make_certificate(trainer)
    with pytest.raises(PermissionDenied):
        name_facilitator(make_trainer(), certificate)


def test_another_organisations_trainer_ends_nobody(named):
    with pytest.raises(PermissionDenied):
        end(named, make_trainer())


def test_a_revoked_certificate_makes_nobody_a_facilitator(trainer):
    certificate = make_certificate(trainer)
    revoke_certificate(certificate=certificate, reason="X", by=trainer)
    with pytest.raises(CertificateSettled):
        name_facilitator(trainer, certificate)


def test_somebody_without_an_address_cannot_be_told(trainer):
    with pytest.raises(NoAddress):
        name_facilitator(trainer, make_certificate(trainer, email=""))


@pytest.mark.parametrize("days", [-1, 0, 3 * 366 + 1])
def test_the_last_day_lies_between_tomorrow_and_three_years(trainer, days):
    certificate = make_certificate(trainer)
    with pytest.raises(ValidationError):
        name_facilitator(trainer, certificate, days=days)


@time_machine.travel("2028-02-29 12:00")
def test_two_years_after_a_leap_day_is_a_day():
    assert years_from_today(2).isoformat() == "2030-02-28"


def test_naming_twice_is_naming_once(named, trainer):
    again = name_facilitator(trainer, named.certificate)
    assert (again, again.decisions.count()) == (named, 1)


def test_naming_with_another_day_is_told_that_there_is_one(named, trainer):
    with pytest.raises(FacilitatorSettled):
        name_facilitator(trainer, named.certificate, days=30)


def test_one_may_be_a_facilitator_of_two_programmes(named, trainer):
    name_facilitator(trainer, named.certificate, programme=make_programme())
    assert Facilitator.objects.filter(participant=named.participant).count() == 2


def test_of_one_programme_it_opens_no_other(named):
    other = make_programme()
    assert not is_facilitator(take_on(named), {other.translation_key})


def test_after_the_last_day_nothing_opens(named):
    user = take_on(named)
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        assert not opens(user, named)


def test_prolonged_after_it_was_over_it_opens_again(named, trainer):
    user = take_on(named)
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        prolong(named, trainer)
        assert opens(user, named)


def test_a_new_letter_makes_the_old_link_worthless(named, trainer):
    prolong(named, trainer)
    with pytest.raises(LinkUsed):
        tie_facilitator(facilitator=named, link=1, user=make_reader())


def test_ended_nothing_opens_and_the_holder_is_told(named, trainer):
    user = take_on(named)
    end(named, trainer)
    assert not opens(user, named)
    assert Letter.objects.filter(key__startswith="training:facilitator_ended:").exists()


def test_the_holder_is_not_told_the_reason(named, trainer):
    end(named, trainer)
    assert not Letter.objects.filter(body__contains="A cerut.").exists()


def test_two_trainers_at_once_decide_once(named, trainer):
    prolong(named, trainer)
    with pytest.raises(FacilitatorSettled):
        end(named, trainer, expected=1)


def test_what_was_ended_is_not_prolonged(named, trainer):
    end(named, trainer)
    with pytest.raises(FacilitatorSettled):
        prolong(named, trainer, expected=2)


def test_named_anew_it_needs_a_new_link(named, trainer):
    user = take_on(named)
    end(named, trainer)
    again = name_facilitator(trainer, named.certificate)
    assert (opens(user, again), again.decisions.count()) == (False, 3)
    with pytest.raises(LinkUsed):
        tie_facilitator(facilitator=again, link=1, user=user)


def test_an_ended_one_cannot_be_taken_on(named, trainer):
    end(named, trainer)
    with pytest.raises(LinkUsed):
        take_on(named)


def test_a_corrected_certificate_carries_it_on(named, trainer):
    user = take_on(named)
    reissue_certificate(certificate=named.certificate, name="Ana", reason="Numele.", by=trainer)
    assert opens(user, named)


def test_a_revoked_certificate_ends_it_with_the_reason(named, trainer):
    user = take_on(named)
    revoke_certificate(certificate=named.certificate, reason="Nu a fost la curs.", by=trainer)
    assert not opens(user, named)
    assert named.decisions.order_by("number").last().reason == "Nu a fost la curs."


def test_revoking_a_corrected_certificate_ends_it_too(named, trainer):
    user = take_on(named)
    new = reissue_certificate(certificate=named.certificate, name="Ana", reason="N.", by=trainer)
    revoke_certificate(certificate=new, reason="X", by=trainer)
    assert not opens(user, named)


def test_r40_without_a_valid_certificate_nothing_opens_whatever_was_decided(named):
    user = take_on(named)
    Certificate.objects.update(state="revoked")
    assert not opens(user, named)


def test_an_erased_person_is_a_facilitator_of_nothing(named):
    user = take_on(named)
    forget_person(participant=named.participant)
    named.refresh_from_db()
    assert (named.user, opens(user, named), Facilitator.objects.count()) == (None, False, 1)


def test_an_erased_account_leaves_the_facilitator(named):
    erase_account(user=take_on(named))
    named.refresh_from_db()
    assert (named.user, User.objects.filter(pk=named.user_id).exists()) == (None, False)


def test_a_link_that_an_erased_account_used_opens_to_nobody(named):
    erase_account(user=take_on(named))
    with pytest.raises(LinkUsed):
        take_on(named)


def test_a_new_letter_lets_another_account_take_it_on(named, trainer):
    erase_account(user=take_on(named))
    prolong(named, trainer)
    assert opens(take_on(named), named)


def test_a_facilitator_is_known_longer_than_other_participants(named, trainer):
    prolong(named, trainer, days=3 * 365)
    take_on(named)
    with time_machine.travel(timezone.now() + timedelta(days=800)):
        assert forget_old_participants() == 0


def test_once_it_is_over_the_person_is_forgotten(named, trainer):
    take_on(named)
    with time_machine.travel(timezone.now() + timedelta(days=800)):
        assert forget_old_participants() == 1


def test_who_never_took_it_on_is_forgotten_like_others(named, trainer):
    prolong(named, trainer, days=3 * 365)
    with time_machine.travel(timezone.now() + timedelta(days=800)):
        assert forget_old_participants() == 1


def test_naming_locks_the_programme_page_against_deletion(trainer):
    from lms.training.wagtail_hooks import programmes_held

    programme = make_programme()
    make_facilitator(
        certificate=make_certificate(trainer), programme=programme, valid_until=in_days(30),
        by=trainer,
    )  # fmt: skip
    assert programmes_held([programme.pk]) == {programme.pk}

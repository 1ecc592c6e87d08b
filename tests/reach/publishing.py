"""Years that are published, for tests of what the public sees."""

from lms.people.enums import Role
from lms.reach.models import ReachReport
from lms.reach.services.periods import (
    approve_period,
    open_period,
    publish_report,
    reopen_period,
    submit_period,
)
from tests.factories import CountyFactory, LocalityFactory, SchoolFactory, make_user
from tests.reach.factories import make_session

YEAR = 2026


def publish(year: int = YEAR, reason: str = "") -> ReachReport:
    """The next version of a year, by somebody of the secretariat. Needs the roles."""
    person = make_user(Role.SECRETARIAT)
    period = open_period(year=year)
    if period.approved_at:
        reopen_period(period=period, edition=period.edition, by=person, reason="corectură")
    submit_period(period=period, edition=period.edition, by=person)
    approve_period(period=period, edition=period.edition, by=person)
    return publish_report(period=period, edition=period.edition, by=person, reason=reason)


def in_county(mnemonic: str, name: str, **fields) -> None:
    """A class session in a county of its own."""
    county = CountyFactory(mnemonic=mnemonic, name=name, iso_code=f"RO-{mnemonic}", nuts3=mnemonic)
    school = SchoolFactory(locality=LocalityFactory(county=county, name=name))
    make_session(school=school, **fields)

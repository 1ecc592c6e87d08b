"""The API answers everything as its OpenAPI document says, whatever it is asked."""

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import given, settings
from schemathesis import GenerationMode

from lms.reach.api.routes import api
from tests.factories import MemberOrganisationFactory, SchoolFactory
from tests.reach.factories import make_session
from tests.reach.publishing import publish

pytestmark = pytest.mark.django_db
PATHS = list(api.get_openapi_schema()["paths"])


@pytest.fixture
def api_schema(roles, monkeypatch):
    """The document of a site with one published year."""
    monkeypatch.setattr("lms.reach.api.guard.limits.may", lambda *_, **__: True)
    make_session(school=SchoolFactory())
    MemberOrganisationFactory()
    publish()
    # Between requests a server lets go of its connection; here the test's own is asked with.
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)


@pytest.mark.parametrize("path", PATHS)
def test_every_operation_answers_as_it_is_described(api_schema, path):
    @settings(max_examples=40)
    @given(api_schema[path]["GET"].as_strategy())
    def ask(case):
        case.call_and_validate()

    ask()


@pytest.mark.parametrize("path", [path for path in PATHS if "{year}" in path])
def test_what_is_no_year_or_version_is_refused_as_it_is_described(api_schema, path):
    @settings(max_examples=40)
    @given(api_schema[path]["GET"].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def ask(case):
        case.call_and_validate()

    ask()

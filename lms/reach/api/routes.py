"""The operations of the API. Each reads from the selectors that the public pages read from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI

from lms.core.suppression import SMALLEST_SHOWN
from lms.organisations.models import County, MemberOrganisation
from lms.reach import indicators
from lms.reach.api import schemas, words
from lms.reach.api.guard import problem
from lms.reach.selectors.provisional import provisional_year
from lms.reach.selectors.published import (
    PublicVersion,
    public_years,
    published_version,
    published_versions,
)

NAMESPACE = "api_v1"
api = NinjaAPI(
    title="ProTECT reach",
    version="1",
    description=(
        "Public figures of prevention education by the member organisations of ProTECT. Only "
        'reads. Figures of one to nine people, and those that would give them away, are "c".'
    ),
    urls_namespace=NAMESPACE,
    # The pages that ninja brings load scripts from another host; ours is /impact/api/.
    docs_url=None,
)
_TOO_MANY = {429: schemas.Message}
_MAY_BE_MISSING = {404: schemas.Message, **_TOO_MANY}


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404, "There is nothing of this name or number.")


@api.get("/", response={200: schemas.Links, **_TOO_MANY}, operation_id="links", summary="Links")
def links(request: HttpRequest) -> dict[str, str]:
    """Where everything is."""
    names = ("years", "provisional", "indicators", "organisations", "counties")
    return {
        "openapi": _address(request, "openapi-json"),
        "guide": request.build_absolute_uri(reverse("reach:api_guide")),
        **{name: _address(request, name) for name in names},
    }


@api.get(
    "/years", response={200: list[schemas.Year], **_TOO_MANY}, operation_id="years",
    url_name="years", summary="Years",
)  # fmt: skip
def years(request: HttpRequest) -> list[dict[str, object]]:
    """The years, newest first, with the versions that are published."""
    return [
        {
            "year": one.year,
            "state": "published" if one.is_published else "provisional",
            "versions": [version.version for version in one.versions],
        }
        for one in public_years(timezone.localdate())
    ]


@api.get(
    "/provisional", response={200: list[schemas.Provisional], **_TOO_MANY},
    operation_id="provisional", url_name="provisional", summary="Open years",
)  # fmt: skip
def provisional(request: HttpRequest) -> list[dict[str, object]]:
    """National figures of years without a published report, rounded down, as of the month."""
    today = timezone.localdate()
    open_years = [one.year for one in public_years(today) if not one.is_published]
    found = [provisional_year(year, today) for year in open_years]
    return [
        {
            "year": one.year,
            "as_of": one.day,
            "rounded_down_to": SMALLEST_SHOWN,
            "figures": dict(one.figures),
        }
        for one in found
    ]


@api.get(
    "/years/{int:year}", response={200: schemas.Report, **_MAY_BE_MISSING}, operation_id="report",
    url_name="report", summary="Report of a year",
)  # fmt: skip
def report(request: HttpRequest, year: int) -> HttpResponse:
    """The last published version of a year, byte for byte."""
    found = published_versions(year)
    return _frozen(request, found[-1] if found else None)


@api.get(
    "/years/{int:year}/versions", response={200: list[schemas.Version], **_MAY_BE_MISSING},
    operation_id="versions", url_name="versions", summary="Versions of a year",
)  # fmt: skip
def versions(request: HttpRequest, year: int) -> list[dict[str, object]]:
    """The published versions of a year, oldest first, and why each but the first was published."""
    found = published_versions(year)
    if not found:
        raise Http404
    return [_version(request, one) for one in found]


@api.get(
    "/years/{int:year}/versions/{int:version}",
    response={200: schemas.Report, **_MAY_BE_MISSING}, operation_id="version",
    url_name="version", summary="One version",
)  # fmt: skip
def version(request: HttpRequest, year: int, version: int) -> HttpResponse:
    """One published version, byte for byte. It never changes."""
    return _frozen(request, published_version(year, version))


@api.get(
    "/indicators", response={200: list[schemas.Indicator], **_TOO_MANY},
    operation_id="indicators", url_name="indicators", summary="Indicators",
)  # fmt: skip
def all_indicators(request: HttpRequest) -> list[dict[str, object]]:
    """What is counted, in which unit, by which rule, in the order of the report."""
    return [words.indicator(key) for key in indicators.INDICATORS]


@api.get(
    "/indicators/{key}", response={200: schemas.IndicatorSeries, **_MAY_BE_MISSING},
    operation_id="indicator", url_name="indicator", summary="One indicator over the years",
)  # fmt: skip
def one_indicator(request: HttpRequest, key: str) -> dict[str, object]:
    """One indicator and its national figure in the last version of every published year."""
    if key not in indicators.INDICATORS:
        raise Http404
    published = [one for one in public_years(timezone.localdate()) if one.is_published]
    last = [published_versions(one.year)[-1] for one in reversed(published)]
    return {
        "indicator": words.indicator(key),
        "figures": [
            {"year": one.year, "version": one.version, "figure": one.figures[key]}
            for one in last
            if key in one.figures
        ],
    }


@api.get(
    "/organisations", response={200: list[schemas.Organisation], **_TOO_MANY},
    operation_id="organisations", url_name="organisations", summary="Organisations",
)  # fmt: skip
def organisations(request: HttpRequest) -> list[dict[str, object]]:
    """The member organisations by the codes that reports use."""
    rows = MemberOrganisation.objects.prefetch_related("memberships")
    return [
        {
            "code": row.code,
            "name": row.name,
            "memberships": [
                {"since": one.since, "until": one.until} for one in row.memberships.all()
            ],
        }
        for row in rows
    ]


@api.get(
    "/counties", response={200: list[schemas.County], **_TOO_MANY}, operation_id="counties",
    url_name="counties", summary="Counties",
)  # fmt: skip
def counties(request: HttpRequest) -> list[dict[str, object]]:
    """The counties by the codes that reports use."""
    columns = ("mnemonic", "name", "iso_code", "nuts3", "region")
    keys = ("code", *columns[1:])
    return [dict(zip(keys, row, strict=True)) for row in County.objects.values_list(*columns)]


def _frozen(request: HttpRequest, found: PublicVersion | None) -> HttpResponse:
    """The bytes of a version; 304 for whoever has them."""
    if found is None:
        raise Http404
    etag, changed = f'"{found.sha256}"', int(found.published_at.timestamp())
    response = HttpResponse(found.text, content_type="application/json", headers={"ETag": etag})
    answer = get_conditional_response(request, etag=etag, last_modified=changed, response=response)
    return answer or response


def _version(request: HttpRequest, one: PublicVersion) -> dict[str, object]:
    return {
        "year": one.year,
        "version": one.version,
        "as_of": one.as_of,
        "published_at": one.published_at,
        "reason": one.reason if one.version > 1 else "",
        "rules_version": one.rules_version,
        "software_version": one.software_version,
        "sha256": one.sha256,
        "report": _address(request, "version", one.year, one.version),
    }


def _address(request: HttpRequest, name: str, *parts: int) -> str:
    return request.build_absolute_uri(reverse(f"{NAMESPACE}:{name}", args=parts))

import pytest
from django.core.files.base import ContentFile
from django.test import RequestFactory

from media.serving import file_response

CONTENT = b"0123456789" * 10


def serve(method="get", **headers):
    request = getattr(RequestFactory(), method)("/f", headers=headers)
    return file_response(
        request, ContentFile(CONTENT), name="a b.zip", content_type="application/zip", etag="v1"
    )


def body(response):
    return b"".join(response.streaming_content)


def test_a_plain_request_gets_the_whole_file():
    assert body(serve()) == CONTENT


def test_a_plain_request_says_that_it_can_be_resumed():
    assert serve().headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=90-", 90, 100),
        ("bytes=-5", 95, 100),
        ("bytes=50-500", 50, 100),
    ],
)
def test_a_range_gets_exactly_its_bytes(asked, start, stop):
    assert body(serve(Range=asked)) == CONTENT[start:stop]


def test_a_range_is_answered_with_206():
    assert serve(Range="bytes=5-").status_code == 206


def test_a_range_says_where_its_bytes_lie():
    assert serve(Range="bytes=5-9").headers["Content-Range"] == "bytes 5-9/100"


def test_a_range_past_the_end_says_where_it_stopped():
    answer = serve(Range="bytes=50-500")
    assert answer.headers["Content-Range"] == "bytes 50-99/100"
    assert answer.headers["Content-Length"] == "50"


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=9-5", "bytes=-0"])
def test_a_range_outside_the_file_is_refused(asked):
    assert serve(Range=asked).status_code == 416


@pytest.mark.parametrize("asked", ["bytes=1-2,5-6", "lines=1-2", "bytes=-", "nonsense"])
def test_a_range_that_is_not_understood_gets_the_whole_file(asked):
    assert serve(Range=asked).status_code == 200


def test_a_resumed_download_of_a_changed_file_starts_again():
    response = serve(Range="bytes=50-", **{"If-Range": '"v0"'})
    assert body(response) == CONTENT


def test_a_resumed_download_of_the_same_file_goes_on():
    response = serve(Range="bytes=50-", **{"If-Range": '"v1"'})
    assert body(response) == CONTENT[50:]


def test_an_unchanged_file_is_not_sent_again():
    assert serve(**{"If-None-Match": '"v1"'}).status_code == 304


def test_a_head_request_gets_the_length_without_the_bytes():
    response = serve("head")
    assert (response.headers["Content-Length"], body(response)) == ("100", b"")


def test_the_file_is_named_as_people_should_save_it():
    assert 'filename="a b.zip"' in serve().headers["Content-Disposition"]


def test_no_cache_keeps_that_a_range_is_not_there():
    assert serve(Range="bytes=100-").headers["Cache-Control"] == "no-store"

"""The script marks as the server does: both are asked the same about many questions."""

import json
import random
import subprocess
from pathlib import Path

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lessons.offline_words import quiz_words
from quizzes.controls import controls_of, response_from
from quizzes.drafts import make_sheet
from quizzes.enums import Kind
from quizzes.marking import BadResponse, mark
from quizzes.remarks import headline_of, shown_remarks
from quizzes.sheets import to_json
from tests.quizzes.drafts import BY_KIND, SAMPLES
from tests.quizzes.test_marking import responses

SCRIPT = Path("lessons/static/js/quiz.js")
VALUES = ["", "a", "b", "c", "zz", "1", "2", "3", "7", "a.a", "a.b.c"]
ASKED = """
const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
const { words } = cases;
console.log(JSON.stringify(cases.asked.map(({ sheet, query }) => {
  try {
    const response = Quiz.responseFrom(sheet, new URLSearchParams(query));
    const { score, right } = Quiz.mark(sheet, response);
    return { response, score, right, headline: Quiz.headline(sheet, response, words),
      remarks: Quiz.shownRemarks(sheet, response, words) };
  } catch (error) {
    if (!(error instanceof Quiz.BadResponse)) throw error;
    return { trouble: error.message };
  }
})));
"""


def _query(sheet, response) -> str:
    query = QueryDict(mutable=True)
    for name, values in controls_of(sheet, response).items():
        query.setlist(name, values)
    return query.urlencode()


def _nonsense(chance) -> str:
    query = QueryDict(mutable=True)
    for name in chance.sample(["r", "r", "r1", "r2", "r3", "r4", "v"], 5):
        query.appendlist(name, chance.choice(VALUES))
    return query.urlencode()


def _on_the_server(sheet, query: str) -> dict:
    try:
        response = response_from(sheet, QueryDict(query))
        marked = mark(sheet, response)
    except BadResponse as error:
        return {"trouble": error.trouble.value}
    remarks = [
        {name: getattr(r, name) for name in ("label", "text", "word", "tone", "feedback")}
        for r in shown_remarks(sheet, response)
    ]
    return {
        "response": list(response),
        "score": marked.score,
        "right": marked.right,
        "headline": headline_of(sheet, response),
        "remarks": remarks,
    }


def _in_the_browser(asked: list[tuple]) -> list[dict]:
    content = {
        "words": quiz_words(),
        "asked": [{"sheet": to_json(sheet), "query": query} for sheet, query in asked],
    }
    ran = subprocess.run(
        ["node", "-e", SCRIPT.read_text() + ASKED],
        input=json.dumps(content),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def _many(kind: Kind) -> list[tuple]:
    """Whole questions of this kind, each with answers that hold and with nonsense."""
    asked = []

    @settings(max_examples=25, phases=[Phase.generate], database=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.data())
    def draw(data):
        sheet = make_sheet(data.draw(st.one_of(st.just(SAMPLES[kind]), BY_KIND[kind])))
        asked.append((sheet, _query(sheet, data.draw(responses(sheet)))))
        chance = random.Random(len(asked))
        asked.extend((sheet, _nonsense(chance)) for _ in range(6))

    draw()
    return asked


@pytest.mark.parametrize("kind", list(Kind))
def test_the_script_marks_as_the_server_does(kind):
    asked = _many(kind)
    answers = _in_the_browser(asked)
    for (sheet, query), answer in zip(asked, answers, strict=True):
        assert (query, answer) == (query, _on_the_server(sheet, query))

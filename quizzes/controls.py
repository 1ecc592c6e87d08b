"""Plain form controls and responses: what a browser sends without scripts, by GET or POST.

    single, true_false, scale   radio buttons       r=b
    multiple                    checkboxes          r=a&r=c
    order                       for each option in order, the number of its place    r1=2&r2=1
    match                       for each option in order, the key of its target      r1=b&r2=a
    fill                        for each gap in order, the key of its word           r1=a&r2=c
    branching                   the path, dot by dot                                 r=a.c.b
    free_text                   nothing: the field has no name

`name` is "r" unless several questions stand in one form.
"""

from django.http import QueryDict

from quizzes.enums import ONE_PRESS_KINDS, Kind, Trouble
from quizzes.marking import BadResponse, check, follow
from quizzes.sheets import QuestionSheet, Response

Controls = dict[str, list[str]]
PATH = "drum"


def response_from(sheet: QuestionSheet, data: QueryDict, name: str = "r") -> Response:
    """The response that these controls hold. Raises BadResponse when they hold none."""
    if sheet.kind == Kind.FREE_TEXT:
        return ()
    if sheet.kind == Kind.BRANCHING:
        return check(sheet, _path(data.get(name, "")))
    if sheet.kind in ONE_PRESS_KINDS or sheet.kind == Kind.MULTIPLE:
        return check(sheet, tuple(dict.fromkeys(data.getlist(name))))
    places = range(1, len(sheet.solution) + 1)
    values = tuple(data.get(f"{name}{place}", "") for place in places)
    return check(sheet, _in_order(sheet, values) if sheet.kind == Kind.ORDER else values)


def controls_of(sheet: QuestionSheet, response: Response, name: str = "r") -> Controls:
    """The controls that hold this response: the other way round."""
    if sheet.kind == Kind.FREE_TEXT or not response:
        return {}
    if sheet.kind == Kind.BRANCHING:
        return {name: [".".join(response)]}
    if sheet.kind in ONE_PRESS_KINDS or sheet.kind == Kind.MULTIPLE:
        return {name: list(response)}
    if sheet.kind == Kind.ORDER:
        response = tuple(str(response.index(option.key) + 1) for option in sheet.options)
    return {f"{name}{place}": [value] for place, value in enumerate(response, start=1)}


def path_from(sheet: QuestionSheet, data: QueryDict) -> Response:
    """How far a story has come by its links `?drum=a.c`: the start of the path that holds."""
    path: Response = ()
    for key in _path(data.get(PATH, "")):
        try:
            follow(sheet, (*path, key))
        except BadResponse:
            break
        path += (key,)
    return path


def _path(text: str) -> Response:
    # A longer one is no path of ours.
    return tuple(text[:400].split(".")) if text else ()


def _in_order(sheet: QuestionSheet, values: tuple[str, ...]) -> Response:
    """The options by the places that were chosen for them."""
    places = {str(number) for number in range(1, len(values) + 1)}
    chosen = [value for value in values if value]
    if not places.issuperset(chosen):
        raise BadResponse(Trouble.UNKNOWN)
    if len(set(chosen)) < len(chosen):
        raise BadResponse(Trouble.REPEATED)
    by_place = dict(zip(values, (option.key for option in sheet.options), strict=True))
    return tuple(by_place.get(str(number), "") for number in range(1, len(values) + 1))

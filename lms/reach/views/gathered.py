"""The schools and the teachers behind a figure, each with its sessions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lms.reach.figures import SCHOOLS, TEACHERS
from lms.reach.selectors import names_of, school_names, schools_in, teachers_in
from lms.reach.views.access import for_secretariat
from lms.reach.views.cuts import found_in, list_context, wanted_cut


@for_secretariat
def schools(request: HttpRequest, year: int) -> HttpResponse:
    """Exactly the schools of a figure, with what was held in each."""
    names = names_of()
    wanted = wanted_cut(request, names)
    found = found_in(year, wanted)
    rows, nobodys = schools_in(found, wanted, school_names())
    context = list_context(
        request, found=found, wanted=wanted, names=names, rows=rows, page=SCHOOLS
    )
    return render(request, "reach/schools.html", context | {"year": year, "nobodys": nobodys})


@for_secretariat
def teachers(request: HttpRequest, year: int) -> HttpResponse:
    """Exactly the teachers of a figure, by their marks."""
    names = names_of()
    wanted = wanted_cut(request, names)
    found = found_in(year, wanted)
    rows, nobodys = teachers_in(found, wanted)
    context = list_context(
        request, found=found, wanted=wanted, names=names, rows=rows, page=TEACHERS
    )
    return render(request, "reach/teachers.html", context | {"year": year, "nobodys": nobodys})

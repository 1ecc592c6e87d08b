"""What a person says of the own work: subject or role, school."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lms.organisations.selectors import find_schools
from lms.people.forms.profile import ProfileForm, SchoolForm
from lms.people.forms.sign_up import MissingSchoolFields
from lms.people.services import choose_school, update_profile


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Change subject or role; the way to everything else that belongs to the account."""
    form = ProfileForm(request.POST or None, initial={"subject": request.user.subject})
    if request.method == "POST" and form.is_valid():
        update_profile(user=request.user, subject=form.cleaned_data["subject"])
        messages.success(request, _("Datele dumneavoastră au fost salvate."))
        return redirect("people:profile")
    return render(request, "people/profile.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def change_school(request: HttpRequest) -> HttpResponse:
    """Look for a school and choose it, or say that it is not in the list."""
    missing = "missing_name" in request.POST
    form = (MissingSchoolFields if missing else SchoolForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_school(
            user=request.user,
            school=None if missing else form.cleaned_data["scoala"],
            missing=form.missing_school() if missing else None,
        )
        messages.success(request, _("Școala dumneavoastră s-a schimbat."))
        return redirect("people:profile")
    words = request.GET.get("cauta", request.POST.get("cauta", ""))[:80]
    context = {
        "form": form,
        "missing": form if missing else MissingSchoolFields(),
        "words": words,
        "schools": find_schools(words),
    }
    return render(request, "people/change_school.html", context)

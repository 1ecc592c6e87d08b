"""A teacher's classes: the list, and opening one."""

from uuid import uuid4

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lessons.models import ModulePage, StepPage
from lessons.selectors import open_steps, public_modules
from lms.classrooms.forms.classes import OpenClassForm
from lms.classrooms.guesses import remember_code
from lms.classrooms.selectors.classes import listed_classes
from lms.classrooms.services import open_class
from lms.classrooms.views.access import needs


@needs("register_class_sessions")
@never_cache
@require_safe
def classes(request: HttpRequest) -> HttpResponse:
    """The own classes, the latest first."""
    return render(request, "classrooms/classes/list.html", {"rows": listed_classes(request.user)})


# Not `no-store`: the browser's Back must bring the same form with the same id, so that sending it
# again opens nothing new.
@needs("register_class_sessions")
@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def open_new(request: HttpRequest) -> HttpResponse:
    """Choose a module, then how the class goes through it; a POST leads to the live page."""
    modules = public_modules(get_language() or "ro")
    name = request.GET.get("modul", "")
    if not name:
        return render(request, "classrooms/classes/choose.html", {"modules": modules})
    module = modules.filter(slug=name).first()
    if module is None:
        raise Http404
    steps = _steps(module)
    if request.method != "POST":
        form = OpenClassForm(steps=steps, initial={"client_id": uuid4()})
        return _form_page(request, module, form)
    form = OpenClassForm(request.POST, steps=steps)
    if not form.is_valid():
        return _form_page(request, module, form)
    return _opened(request, module, form)


def _steps(module: ModulePage) -> list[StepPage]:
    return list(open_steps(module).select_related("question").defer("body"))


def _form_page(request: HttpRequest, module: ModulePage, form: OpenClassForm) -> HttpResponse:
    context = {"form": form, "module": module, "school": request.user.school}
    return render(request, "classrooms/classes/open.html", context)


def _opened(request: HttpRequest, module: ModulePage, form: OpenClassForm) -> HttpResponse:
    said = form.cleaned_data
    try:
        school_class = open_class(
            client_id=said["client_id"],
            teacher=request.user,
            module=module,
            steps=form.chosen_steps(),
            pace=said["pace"],
            class_label=said["class_label"],
            school=request.user.school,
        )
    except PermissionDenied:
        # The id of somebody else's form: nothing is told of that class, and nothing is opened.
        raise Http404 from None
    # Teacher and pupils mostly share one address: what was guessed from it before keeps none out.
    remember_code(str(get_adapter().get_client_ip(request)), school_class.code.code)
    return redirect("classrooms:live", school_class.public_id)

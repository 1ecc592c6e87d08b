"""Addresses of an organisation's own reporting."""

from django.urls import path

from lms.core.tables.writing import KINDS
from lms.reach.views import declaring, figure_files, figures, runs

urlpatterns = [
    path("raportare/", declaring.overview, name="declare"),
    path("raportare/<int:year>/", declaring.year, name="declare_year"),
    path("raportare/<int:year>/zero/", declaring.zeros, name="declare_zeros"),
    path("raportare/<int:year>/trimite/", declaring.submit, name="submit_figures"),
    path("raportare/<int:year>/inapoi/", declaring.take_back, name="take_back_figures"),
    path("raportare/<int:year>/fisier/", figure_files.upload, name="declare_file"),
    path("raportare/<int:year>/fisier/salvare/", figure_files.save, name="save_figure_file"),
    *(
        path(
            f"raportare/<int:year>/fisier/cifre.{kind}",
            figure_files.template,
            {"kind": kind},
            name=f"figure_file_{kind}",
        )
        for kind in KINDS
    ),
    path("raportare/<int:year>/cifra/", figures.declare, name="declare_figure"),
    path("raportare/cifra/<uuid:figure>/", figures.correct, name="correct_figure"),
    path("raportare/cifra/<uuid:figure>/inapoi/", figures.withdraw, name="withdraw_figure"),
    path("raportare/<int:year>/campanie/", runs.register, name="register_run"),
    path("raportare/campanie/", runs.new, name="new_run"),
    path("raportare/campanie/<uuid:run>/", runs.correct, name="correct_run"),
    path("raportare/campanie/<uuid:run>/inapoi/", runs.withdraw, name="withdraw_run"),
]

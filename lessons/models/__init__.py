from lessons.models.cases import CaseStudy
from lessons.models.curriculum import ConventionArticle, CurriculumHook, PlanHook
from lessons.models.downloads import DownloadAnswer, KitDownload
from lessons.models.editions import LessonEdition
from lessons.models.kits import Kit, KitFile
from lessons.models.modules import ModuleIndexPage, ModulePage, StepPage
from lessons.models.parts import LessonSlide, LessonStep, PlanCase, Worksheet
from lessons.models.paths import PathStep, YearPathPage
from lessons.models.plans import LessonIndexPage, LessonPlanPage
from lessons.models.progress import ModuleCompletion, StepDone
from lessons.models.reminders import DownloadReminder
from lessons.models.statistics import Statistic

__all__ = [
    "CaseStudy",
    "ConventionArticle",
    "CurriculumHook",
    "DownloadAnswer",
    "DownloadReminder",
    "Kit",
    "KitDownload",
    "KitFile",
    "LessonEdition",
    "LessonIndexPage",
    "LessonPlanPage",
    "LessonSlide",
    "LessonStep",
    "ModuleCompletion",
    "ModuleIndexPage",
    "ModulePage",
    "PathStep",
    "PlanCase",
    "PlanHook",
    "Statistic",
    "StepDone",
    "StepPage",
    "Worksheet",
    "YearPathPage",
]

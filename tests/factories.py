"""Factories of the records that tests start from. Shipped code never imports this."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site

from lessons.models import ConventionArticle, LessonEdition, LessonIndexPage, LessonPlanPage
from lms.classrooms.models import ClassSession
from lms.organisations.models import County, Locality, MemberOrganisation, School
from lms.pages.models import HomePage
from lms.people.models import User
from lms.people.roles import Role
from lms.people.services import assign_roles


class CountyFactory(DjangoModelFactory):
    mnemonic, name, iso_code, region, nuts3 = "CJ", "Cluj", "RO-CJ", "Nord-Vest", "RO113"

    class Meta:
        model = County
        django_get_or_create = ("mnemonic",)


class LocalityFactory(DjangoModelFactory):
    county = factory.SubFactory(CountyFactory)
    name = "Cluj-Napoca"

    class Meta:
        model = Locality
        django_get_or_create = ("county", "name")


class SchoolFactory(DjangoModelFactory):
    siiir = factory.Sequence(lambda n: f"{n:010d}")
    name = factory.Sequence(lambda n: f"Școala Gimnazială nr. {n}")
    locality = factory.SubFactory(LocalityFactory)
    county = factory.SelfAttribute("locality.county")
    medium = "urban"

    class Meta:
        model = School


class MemberOrganisationFactory(DjangoModelFactory):
    code = factory.Sequence(lambda n: f"ORG{n}")
    name = factory.Sequence(lambda n: f"Organizația {n}")

    class Meta:
        model = MemberOrganisation


class UserFactory(DjangoModelFactory):
    email = factory.Sequence(lambda n: f"om{n}@example.org")
    password = factory.django.Password("parola-de-test-1")

    class Meta:
        model = User
        skip_postgeneration_save = True


def make_user(*roles: Role, organisation: MemberOrganisation | None = None, **fields) -> User:
    """A user with these roles. Needs the `roles` fixture."""
    user = UserFactory(**fields)
    return assign_roles(user=user, roles=set(roles), organisation=organisation)


def make_home() -> HomePage:
    """The Romanian home page, at the root of the site."""
    home = HomePage.objects.first()
    if home is None:
        root = Page.get_first_root_node()
        root.get_children().delete()
        root = Page.objects.get(pk=root.pk)
        home = root.add_child(
            instance=HomePage(
                title="ProTECT",
                slug="home",
                headline="Bun venit",
                lead="Prevenim.",
                how_title="Cum",
            )
        )
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": "testserver", "port": 80, "root_page": home},
        )
    return home


def make_plan(**fields) -> LessonPlanPage:
    """A published lesson plan in the catalogue, without a kit; `fields` replace the usual ones."""
    home = make_home()
    index = LessonIndexPage.objects.first()
    if index is None:
        index = home.add_child(instance=LessonIndexPage(title="Lecții", slug="lectii"))
    number = LessonPlanPage.objects.count() + 1
    usual = {
        "title": f"Lecția {number}",
        "slug": f"lectia-{number}",
        "summary": "Pe scurt.",
        "essential_question": "Ce faci?",
        "outcomes": "recunosc\ncer ajutor",
        "grade_from": 5,
        "grade_to": 8,
        "age_band": "11-14",
        "theme": "online",
        "duration": 50,
        "content_note": "Nimic greu.",
        "disclosure": "<p>Ascultați.</p>",
        "exit_questions": "Una?\nDouă?\nTrei?",
    }
    return index.add_child(instance=LessonPlanPage(**{**usual, **fields}))


def make_article(number: int = 35, theme: str = "trafficking") -> ConventionArticle:
    """An article of the Convention."""
    names = {"name": f"Numele {number}", "name_en": f"Name {number}", "theme": theme}
    return ConventionArticle.objects.get_or_create(number=number, defaults=names)[0]


def make_edition(plan: LessonPlanPage | None = None, school_year: str = "2026-2027"):
    """An edition of a plan at its present revision."""
    plan = plan or make_plan()
    return LessonEdition.objects.create(
        plan=plan,
        school_year=school_year,
        revision=plan.save_revision(),
        published_at=timezone.now(),
    )


def ticked(session: ClassSession) -> str:
    """What the box of a session says in a list where many are ticked."""
    latest = ClassSession.objects.get(pk=session.pk).current
    return f"{session.reference}|{latest.recorded_at.isoformat()}"

"""Adults who sign in."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from lms.organisations.models import MemberOrganisation, School, SchoolRequest
from lms.people.enums import Role
from lms.people.roles import RULES


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a new user; without a password the account can only be entered by invitation."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a new administrator of everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by e-mail, whatever its case."""
        return self.get(email__iexact=username)


class User(AbstractUser):
    """An adult: teacher, trainer, member's officer, editor or secretariat.

    First and last name are empty for teachers, who are asked for none; editors and secretariat
    have them because Wagtail shows who changed what.
    """

    class Subject(models.TextChoices):
        HOMEROOM = "diriginte", _("diriginte")
        PRIMARY = "invatator", _("învățător / profesor pentru învățământul primar")
        COUNSELLOR = "consilier", _("consilier școlar")
        CIVICS = "educatie_sociala", _("educație socială")
        RELIGION = "religie", _("religie")
        ICT = "informatica", _("informatică / TIC")
        LANGUAGES = "limbi", _("limba română sau limbi străine")
        SCIENCES = "stiinte", _("științe")
        OTHER = "alta", _("altă disciplină sau alt rol")

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("adresă de e-mail"), unique=True)
    subject = models.CharField(
        _("disciplină sau rol"), max_length=20, choices=Subject.choices, blank=True
    )
    school = models.ForeignKey(
        School, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("școală")
    )
    # A school that was not in the list: it becomes `school` when the secretariat settles it.
    school_request = models.ForeignKey(
        SchoolRequest, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("organizație membră"),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = UserManager()  # type: ignore[misc]

    class Meta:
        ordering = ["email"]
        verbose_name = _("utilizator")
        verbose_name_plural = _("utilizatori")
        constraints = [
            # Two sign-ups at once with one address in different case are one person.
            models.UniqueConstraint(Lower("email"), name="one_user_per_email"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The user's roles, read once a request."""
        names = set(self.groups.values_list("name", flat=True))
        return frozenset(role for role in Role if role.value in names)

    def has_role(self, role: Role) -> bool:
        """Whether the user has this role."""
        return role in self.roles

    @property
    def needs_second_factor(self) -> bool:
        """Whether any of the user's roles asks for a second factor."""
        return self.is_superuser or any(RULES[role].second_factor for role in self.roles)

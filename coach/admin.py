"""The human coach's desk drawer: runners, goals and notices."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from coach import coaching
from coach.models import (
    CallConsent,
    CallPreferences,
    CoachFlag,
    DailyProgress,
    Goal,
    HealthScreening,
    Milestone,
    Notice,
    User,
)

admin.site.site_header = admin.site.site_title = "Second Wind for coaches"


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]
    ordering = ("email",)
    list_display = ("email", "name", "time_zone", "wants_calls", "suspended_at", "is_staff")
    list_filter = ("is_staff", "is_active", ("suspended_at", admin.EmptyFieldListFilter))
    search_fields = ("email", "name")
    readonly_fields = ("suspended_at",)
    actions = ("clear",)
    fieldsets = (
        (None, {"fields": ("email", "password", "name")}),
        ("Runner", {"fields": ("time_zone", "units", "birth_year", "phone_number", "phone_verified_at")}),
        ("Calls and safety", {"fields": ("calls_agreed_at", "do_not_call_at", "suspended_at")}),
        ("Access", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("email", "password1", "password2")}),)

    @admin.action(description="A doctor has cleared them")
    def clear(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        for user in rows:
            coaching.clear(user, now=timezone.now())


@admin.register(Goal)
class GoalAdmin(admin.ModelAdmin):
    list_display = (
        "goal_text",
        "user",
        "target_race",
        "target_date",
        "weekly_frequency",
        "verdict",
        "current_streak",
        "ended_at",
    )
    list_filter = ("target_race", "fitness_level", "verdict")
    search_fields = ("goal_text", "user__email")
    list_select_related = ("user",)
    autocomplete_fields = ("user",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A goal without its schedule is none: goals are made at the desk."""
        return False


@admin.register(HealthScreening)
class HealthScreeningAdmin(admin.ModelAdmin):
    list_display = ("user", "answered_at", "concerns")
    list_select_related = ("user",)


@admin.register(Milestone)
class MilestoneAdmin(admin.ModelAdmin):
    list_display = ("title", "goal", "target_distance", "target_date", "completed_date")
    list_select_related = ("goal",)


@admin.register(DailyProgress)
class DailyProgressAdmin(admin.ModelAdmin):
    list_display = ("date", "goal", "is_completed")
    list_select_related = ("goal",)


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    list_display = ("title", "user", "kind", "created_at", "seen_at")
    list_filter = ("kind",)
    list_select_related = ("user",)


@admin.register(CoachFlag)
class CoachFlagAdmin(admin.ModelAdmin):
    """Runners whom a human coach should look at, the open ones first."""

    list_display = ("raised_at", "user", "kind", "words", "handled_at")
    list_filter = ("kind", ("handled_at", admin.EmptyFieldListFilter))
    list_select_related = ("user",)
    ordering = (F("handled_at").asc(nulls_first=True), "-raised_at")
    actions = ("handled",)

    @admin.action(description="Looked after")
    def handled(self, request: HttpRequest, rows: QuerySet[CoachFlag]) -> None:
        rows.filter(handled_at=None).update(handled_at=timezone.now())


@admin.register(CallPreferences)
class CallPreferencesAdmin(admin.ModelAdmin):
    list_display = ("user", "before_runs", "after_runs", "weekly", "quiet_from", "quiet_until", "changed_at")
    search_fields = ("user__email",)
    list_select_related = ("user",)


@admin.register(CallConsent)
class CallConsentAdmin(admin.ModelAdmin):
    """What was agreed to is evidence: it is read, not written."""

    list_display = ("user", "version", "given_at", "given_by", "withdrawn_at", "withdrawn_by")
    search_fields = ("user__email",)
    list_select_related = ("user",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

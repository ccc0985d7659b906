from django.contrib import admin

from runs.models import Pause, RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun


@admin.register(RunningSchedule)
class RunningScheduleAdmin(admin.ModelAdmin):
    list_display = ("goal", "start_date", "weekly_frequency", "fitness_level")
    list_select_related = ("goal",)


@admin.register(ScheduledRun)
class ScheduledRunAdmin(admin.ModelAdmin):
    list_display = ("scheduled_on", "start_time", "user", "run_type", "distance", "status")
    list_filter = ("status", "run_type")
    search_fields = ("user__email",)
    list_select_related = ("user",)
    date_hierarchy = "scheduled_on"


@admin.register(RunSession)
class RunSessionAdmin(admin.ModelAdmin):
    list_display = ("completed_date", "user", "difficulty_rating", "pain_reported", "pain_location", "energy_level")
    list_filter = ("pain_reported", "source")
    search_fields = ("user__email",)
    list_select_related = ("user",)


@admin.register(ScheduleAdjustment)
class ScheduleAdjustmentAdmin(admin.ModelAdmin):
    list_display = ("created_at", "user", "rule", "made_by", "reason", "undone_at")
    list_filter = ("rule", "made_by")
    list_select_related = ("user",)


@admin.register(Pause)
class PauseAdmin(admin.ModelAdmin):
    list_display = ("user", "kind", "starts_on", "ends_on")
    list_select_related = ("user",)

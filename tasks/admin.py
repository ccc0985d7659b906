from django.contrib import admin

from tasks.models import CoachTask


@admin.register(CoachTask)
class CoachTaskAdmin(admin.ModelAdmin):
    list_display = ("title", "user", "category", "priority", "due_date", "is_completed", "created_by_coach")
    list_filter = ("category", "priority", "created_by_coach")
    search_fields = ("title", "user__email")
    list_select_related = ("user",)

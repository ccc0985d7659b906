from django.contrib import admin

from calls.sandbox.models import CarrierCall, Telephone, Verification


@admin.register(CarrierCall)
class CarrierCallAdmin(admin.ModelAdmin):
    list_display = ("created_at", "sid", "to_number", "status")
    list_filter = ("status",)


@admin.register(Telephone)
class TelephoneAdmin(admin.ModelAdmin):
    list_display = ("number", "user")
    list_select_related = ("user",)


@admin.register(Verification)
class VerificationAdmin(admin.ModelAdmin):
    list_display = ("created_at", "to_number", "status", "sends", "checks")
    list_filter = ("status",)

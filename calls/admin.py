from django.contrib import admin

from calls.models import Call, CallEvent, ConversationSession, ConversationTurn


class TurnInline(admin.TabularInline):
    model = ConversationTurn
    extra = 0
    fields = ("number", "speaker", "text", "said_at")
    readonly_fields = fields


@admin.register(ConversationSession)
class ConversationSessionAdmin(admin.ModelAdmin):
    list_display = ("started_at", "user", "conversation_type", "channel", "ended_at", "concluded_at")
    list_filter = ("conversation_type", "channel")
    search_fields = ("user__email",)
    list_select_related = ("user",)
    inlines = (TurnInline,)


@admin.register(ConversationTurn)
class ConversationTurnAdmin(admin.ModelAdmin):
    list_display = ("said_at", "speaker", "text")


@admin.register(Call)
class CallAdmin(admin.ModelAdmin):
    list_display = ("due_at", "user", "kind", "status", "duration_s", "reason")
    list_filter = ("kind", "status")
    search_fields = ("user__email", "carrier_sid")
    list_select_related = ("user",)
    readonly_fields = ("reference",)


@admin.register(CallEvent)
class CallEventAdmin(admin.ModelAdmin):
    list_display = ("received_at", "call", "status", "sequence_number")
    list_select_related = ("call",)

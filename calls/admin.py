from django.contrib import admin

from calls.models import AgentToolCall, Call, CallEvent, ConversationSession, ConversationTurn, Halt, NearMiss, Pace


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
    raw_id_fields = ("user", "run")
    list_select_related = ("user",)
    inlines = (TurnInline,)


@admin.register(ConversationTurn)
class ConversationTurnAdmin(admin.ModelAdmin):
    list_display = ("said_at", "speaker", "text")
    raw_id_fields = ("conversation",)


@admin.register(Call)
class CallAdmin(admin.ModelAdmin):
    list_display = ("due_at", "user", "kind", "status", "duration_s", "reason")
    list_filter = ("kind", "status")
    search_fields = ("user__email", "carrier_sid")
    list_select_related = ("user",)
    # A list of every runner's runs is of no use in a form.
    raw_id_fields = ("user", "run", "conversation")
    readonly_fields = ("reference",)


@admin.register(CallEvent)
class CallEventAdmin(admin.ModelAdmin):
    list_display = ("received_at", "call", "status", "sequence_number")
    raw_id_fields = ("call",)
    list_select_related = ("call",)


@admin.register(AgentToolCall)
class AgentToolCallAdmin(admin.ModelAdmin):
    list_display = ("called_at", "conversation", "tool")
    raw_id_fields = ("conversation",)
    list_filter = ("tool",)
    list_select_related = ("conversation",)


@admin.register(Halt)
class HaltAdmin(admin.ModelAdmin):
    list_display = ("began_at", "reason", "ends_at", "lifted_at")


@admin.register(Pace)
class PaceAdmin(admin.ModelAdmin):
    list_display = ("next_at",)


@admin.register(NearMiss)
class NearMissAdmin(admin.ModelAdmin):
    list_display = ("seen_at", "call", "carrier_sid", "hung_up_at")
    list_select_related = ("call",)

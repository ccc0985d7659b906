"""A reference for every conversation, what the voice agent knows it by, and what was agreed with what it leads to."""

import calls.models
from django.db import migrations, models


def fill(apps, schema_editor):
    conversations = apps.get_model("calls", "ConversationSession")
    for row in conversations.objects.all().iterator():
        row.reference = calls.models.new_reference()
        row.agreed = [{"text": line, "to": "", "id": ""} if isinstance(line, str) else line for line in row.agreed]
        row.save(update_fields=["reference", "agreed"])


class Migration(migrations.Migration):
    dependencies = [("calls", "0003_alter_call_kind_alter_call_status")]

    operations = [
        migrations.AddField(
            "conversationsession", "reference", models.CharField(max_length=32, null=True, editable=False)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "conversationsession",
            "reference",
            models.CharField(default=calls.models.new_reference, editable=False, max_length=32, unique=True),
        ),
        migrations.AddField(
            "conversationsession",
            "agent_conversation_id",
            models.CharField(
                blank=True, default="", help_text="The voice agent's own id, while or after it talked.", max_length=64
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "conversationsession",
            "agent_called_at",
            models.DateTimeField(blank=True, null=True, verbose_name="given to the voice agent at"),
        ),
        migrations.AddField(
            "conversationsession", "transcript_deleted_at", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AlterField(
            "conversationsession",
            "agreed",
            models.JSONField(
                blank=True,
                default=list,
                help_text="What was agreed: a sentence each, and what it leads to (text, to, id).",
            ),
        ),
        migrations.AddConstraint(
            "conversationsession",
            models.UniqueConstraint(
                condition=models.Q(("agent_conversation_id", ""), _negated=True),
                fields=("agent_conversation_id",),
                name="conversation_once_at_the_agent",
            ),
        ),
    ]

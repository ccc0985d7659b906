from django.db import migrations


def name_the_runs(apps, schema_editor):
    """Adjustments made before kept only the sessions they rest on."""
    for adjustment in apps.get_model("runs", "ScheduleAdjustment").objects.prefetch_related("evidence"):
        adjustment.evidence_runs = [str(session.scheduled_run_id) for session in adjustment.evidence.all()]
        adjustment.save(update_fields=["evidence_runs"])


class Migration(migrations.Migration):
    dependencies = [("runs", "0002_what_an_adjustment_came_to")]
    operations = [migrations.RunPython(name_the_runs, migrations.RunPython.noop)]

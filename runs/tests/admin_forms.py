"""The human coach's forms and actions, sent as the coach found them."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME

from runs.tests.pages import body


def act(coach, name, action, *rows):
    sent = {"action": action, ACTION_CHECKBOX_NAME: [row.pk for row in rows]}
    return body(coach.post(f"/admin/runs/{name}/", sent, follow=True))


def change(coach, name, row, **changes):
    """Save the form as the coach found it, but for `changes`."""
    path = f"/admin/runs/{name}/{row.pk}/change/"
    form = coach.get(path).context["adminform"].form
    bound = [form[field] for field in form.fields]
    sent = {field.html_name: field.value() for field in bound if field.value() not in (None, False)}
    return body(coach.post(path, {**sent, **changes}, follow=True))

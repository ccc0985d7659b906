"""How form fields look: our own field template, found among the project's templates."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    field_template_name = "forms/_field.html"
    form_template_name = "forms/_form.html"

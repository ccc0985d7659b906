"""What a runner may say, as forms."""

from runs.forms.check_in import SPOTS, AddRunForm, CheckInForm, spot
from runs.forms.schedule import REASONS, MoveForm, PauseForm, ShortenForm, SkipForm

__all__ = ["REASONS", "SPOTS", "AddRunForm", "CheckInForm", "MoveForm", "PauseForm", "ShortenForm", "SkipForm", "spot"]

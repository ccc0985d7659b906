"""What the desk answers when it does not do what was asked."""

from runs.training.feasibility import Feasibility


class Refused(Exception):
    """What was asked cannot be done; the message is for the runner. `field` names the input it is about."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NeedsConsent(Refused):
    """It can be done if the runner says so: `warnings` is what to ask, and `accepting` what to say."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__(" ".join(warnings), field="accepting")
        self.warnings = warnings


class Unsafe(Refused):
    """A goal that the weeks left cannot reach safely. `verdict` has the reasons and other goals."""

    def __init__(self, verdict: Feasibility) -> None:
        super().__init__(verdict.reasons[0], field="insist")
        self.verdict = verdict

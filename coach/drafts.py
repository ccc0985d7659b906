"""The onboarding's answers, kept in the session until the plan is made."""

from datetime import date, datetime, time
from typing import Any
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict

from coach import goals, steps
from coach.models import Goal, User
from runs import plans
from runs.training import feasibility, pace

KEY = "onboarding"
NAMES = list(steps.STEPS)
# Of each field, for the session.
MOST_TYPED, MOST_VALUES = 1000, 20


class Draft:
    """`typed`: what was typed at each step, right or wrong; `answers`: what it came to; `answered`: the steps done."""

    def __init__(self, session: SessionBase) -> None:
        self._session = session
        kept = session.get(KEY, {})
        self.answered: list[str] = kept.get("answered", [])
        self.typed: dict[str, str] = kept.get("typed", {})
        self.answers: dict[str, Any] = kept.get("answers", {})

    def keep(self) -> None:
        self._session[KEY] = {"answered": self.answered, "typed": self.typed, "answers": self.answers}

    def drop(self) -> None:
        self._session.pop(KEY, None)

    def note(self, name: str, posted: QueryDict) -> None:
        """What was typed at a step, right or wrong, and nothing else that was sent."""
        fields = steps.STEPS[name].base_fields
        self.typed[name] = urlencode(
            [(field, value[:MOST_TYPED]) for field in fields for value in posted.getlist(field)[:MOST_VALUES]]
        )

    def take(self, name: str, form: steps.Step) -> None:
        """The answers of a valid step."""
        self.answers.update(_plain(form.cleaned_data))
        self.answered = [*[done for done in self.answered if done != name], name]
        if name in ("goal", "date"):
            self.answers.pop("choice", None)

    def missing(self, today: date) -> str | None:
        """The first step without a good answer; one of some days ago may no longer do: its date may have passed."""
        for name in NAMES:
            form = steps.STEPS[name](QueryDict(self.typed.get(name, "")), draft=self.answers, today=today)
            if name not in self.answered or not form.is_valid():
                return name
        return None

    def setup(self) -> goals.Setup:
        answers = self.answers
        units = answers["units"]
        return goals.Setup(
            **steps.wishes(answers),
            choice=answers.get("choice", Goal.Choice.AS_ASKED),
            fitness_level=answers["fitness_level"],
            obstacles=answers["obstacles"],
            other_obstacle=answers["other_obstacle"],
            body_mass_index=answers["body_mass_index"],
            current_weekly_km=steps.in_km(answers["current_weekly"], units),
            longest_recent_km=steps.in_km(answers["longest_recent"], units),
            recent_race_km=steps.in_km(answers["recent_race"], units),
            recent_race_s=answers["recent_race_time"],
        )

    def outlook(self, user: User, *, now: datetime) -> plans.Outlook:
        """The plan these answers would make, and the verdict on it."""
        goal = goals.draft(user, self.setup(), now=now)
        return plans.outlook(plans.request(goal, now=now), units=user.units)

    def introduce(self, user: User) -> User:
        """The runner as the answers have it. Does not save."""
        for name, value in self.profile().items():
            if name != "wants_calls":
                setattr(user, name, ZoneInfo(value) if name == "time_zone" else value)
        return user

    def choose(self, option: feasibility.Option) -> None:
        """Take another goal in the place of the one asked for; the questions show it from now on."""
        asked = option.request
        race = asked.race or "other"
        self._retype(
            "goal",
            goal_text=asked.goal_text,
            target_race=race,
            target_distance=asked.distance_km or "",
            target_unit="km",
        )
        on = asked.goal_date.isoformat() if asked.goal_date else ""
        self._retype("date", target_date=on, target_time=pace.clock(asked.goal_time_s) if asked.goal_time_s else "")
        self.answers |= {
            "goal_text": asked.goal_text,
            "target_race": race,
            "target_distance": asked.distance_km,
            "target_date": on or None,
            "target_time": asked.goal_time_s,
            "choice": option.kind,
        }

    def profile(self) -> dict[str, Any]:
        names = ("name", "units", "time_zone", "birth_year")
        return {**{name: self.answers[name] for name in names}, "wants_calls": self.answers["calls"]}

    def _retype(self, name: str, **fields: Any) -> None:
        self.typed[name] = urlencode({**dict(parse_qsl(self.typed.get(name, ""))), **fields})


def _plain(answers: dict[str, Any]) -> dict[str, Any]:
    """As the session can keep it."""
    return {key: value.isoformat() if isinstance(value, date | time) else value for key, value in answers.items()}

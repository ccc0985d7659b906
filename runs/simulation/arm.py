"""One life beside one plan, day by day: what is run, what falls out, and what the coach hears of it."""

from dataclasses import replace
from datetime import date

from runs.simulation.body import CANNOT_RUN, Body
from runs.simulation.coach import Coach, another_day
from runs.simulation.figures import Week
from runs.simulation.life import REASONS, Absence, Dice, Life
from runs.simulation.population import Runner
from runs.training import plan, workouts
from runs.training.absences import Pause
from runs.training.history import DAY, WEEK, History, Run, Session, Skip, monday_of

# A holiday is told so many days ahead.
TOLD_AHEAD = 3
# A reason given the next day, of all reasons given.
AFTERWARDS = 0.3
# A run beside the plan, and a second thought about a rating: chances a day.
EXTRA, EXTRA_KM = 0.012, 4.0
CORRECTS = 0.01


class Arm:
    """A life beside a plan, day by day. Without a coach nothing of it changes the plan."""

    def __init__(self, runner: Runner, history: History, coach: Coach | None) -> None:
        self.runner, self.history, self.coach = runner, history, coach
        self.began = history.began_on or runner.request.today
        self.body: Body = runner.body()
        self.life: Life = runner.life
        self.felt: dict[date, list[float]] = {}
        self.in_pain: set[date] = set()
        self.untold: dict[str, str] = {}
        self.last_felt = 5.0

    def live(self, *, weeks: int) -> None:
        for number in range(7 * weeks):
            self._day(self.began + number * DAY, number, self.life.days[number])
        self._miss_what_has_passed(self.began + weeks * WEEK)

    def _day(self, today: date, number: int, dice: Dice) -> None:
        self._miss_what_has_passed(today)
        self._tell_of_absences(today, number)
        away = self.life.absence(number)
        if self.coach and not away:
            self._talk(today, dice)
        for run in self._due(today):
            self._meet(run, today, dice, away)
        if not away and not self._on(today) and dice.extra < EXTRA and self.body.pain < 1:
            self._run_beside_the_plan(today, dice)
        self.body.sleep(today)
        if self.body.pain >= 1:
            self.in_pain.add(monday_of(today))

    def _follow(self, event: str, today: date) -> None:
        if self.coach:
            self.history = self.coach.follow(self.history, event, today=today)

    def _miss_what_has_passed(self, today: date) -> None:
        """What was neither run nor let go is missed at midnight; the reason may come the day after."""
        passed = [run for run in self.history.runs if run.is_pending and run.on < today]
        for run in passed:
            if not self.history.is_paused(run.on):
                self._put(replace(run, status="missed"))
                self._follow("miss", today)
                if words := self.untold.pop(run.id, ""):
                    self._give_a_reason(run, words, "reason", today)

    def _tell_of_absences(self, today: date, number: int) -> None:
        """A holiday is told ahead with its end, an illness when it comes and again when it is over."""
        if self.coach is None:
            return
        for absence in self.life.absences:
            if not absence.is_told:
                continue
            first, last = (today + (day - number) * DAY for day in (absence.first, absence.last))
            if absence.kind == "holiday" and number == max(0, absence.first - TOLD_AHEAD):
                self._pause(Pause(first, last, "holiday"), today)
            elif absence.kind == "illness" and number == absence.first:
                self._pause(Pause(first, None, "illness"), today)
            elif absence.kind == "illness" and number == absence.last + 1:
                self._resume(Pause(first, None, "illness"), today)

    def _pause(self, pause: Pause, today: date) -> None:
        self.history = replace(self.history, pauses=(*self.history.pauses, pause))
        self._follow(f"pause for {pause.kind}", today)

    def _resume(self, pause: Pause, today: date) -> None:
        over = replace(pause, ends_on=today - DAY)
        self.history = replace(self.history, pauses=tuple(over if one == pause else one for one in self.history.pauses))
        self._follow(f"resume from {pause.kind}", today)

    def _talk(self, today: date, dice: Dice) -> None:
        """Answers to proposals, and now and then a change of mind."""
        assert self.coach  # noqa: S101 - there is somebody to talk to
        character = self.life.character
        if dice.answers < 0.5:
            is_yes = dice.answers < 0.5 * character.accepts
            self.history = self.coach.answer(self.history, is_yes=is_yes, today=today)
        if dice.undoes < character.undoes:
            self.history = self.coach.undo(self.history, today=today)
        if dice.corrects < CORRECTS and self.history.told:
            self._correct(self.history.told[-1], today)

    def _correct(self, told: Session, today: date) -> None:
        """On second thoughts the latest run was neither so hard nor so easy."""
        if told.difficulty and told.on >= today - 3 * DAY:
            other = replace(told, difficulty=round((told.difficulty + 11) / 3))
            sessions = tuple(other if one.run_id == told.run_id else one for one in self.history.sessions)
            self.history = replace(self.history, sessions=sessions)
            self._follow("correction", today)

    def _on(self, today: date) -> list[Run]:
        return [run for run in self.history.runs if run.on == today and (run.is_pending or run.status == "completed")]

    def _due(self, today: date) -> list[Run]:
        return [run for run in self._on(today) if run.is_pending and not self.history.is_paused(today)]

    def _meet(self, run: Run, today: date, dice: Dice, away: Absence | None) -> None:
        """A run's day has come."""
        if away:
            return
        if self.body.pain >= CANNOT_RUN:
            self._let_go(run, f"My {self.body.pain_place.replace('_', ' ')} is too sore", today, dice)
        elif run.is_race or dice.misses < self._willingness():
            self._do(run, today, dice)
        else:
            self._fall_out(run, today, dice)

    def _willingness(self) -> float:
        """Who found the last run too hard, or hurts, stays at home more often."""
        discouraged = 0.05 * max(0.0, self.last_felt - 7.5) + 0.1 * min(5.0, self.body.pain)
        return self.life.character.reliability - discouraged

    def _fall_out(self, run: Run, today: date, dice: Dice) -> None:
        character, words = self.life.character, REASONS[int(dice.words * len(REASONS))]
        if dice.why < character.moves and self.coach and (on := another_day(self.history, run, today=today)):
            self._put(run.moved(on))
            self.coach.counts["moved"] += 1
            self._follow("move", today)
        elif dice.why < character.tells_why:
            self._let_go(run, words, today, dice)

    def _let_go(self, run: Run, words: str, today: date, dice: Dice) -> None:
        """With a reason, today; of some it is heard only when the run is missed already."""
        if dice.late < AFTERWARDS:
            self.untold[run.id] = words
            return
        self._put(replace(run, status="skipped"))
        self._give_a_reason(run, words, "skip", today)

    def _give_a_reason(self, run: Run, words: str, event: str, today: date) -> None:
        self.history = replace(self.history, skips=(*self.history.skips, Skip(run.id, words)))
        self._follow(event, today)

    def _do(self, run: Run, today: date, dice: Dice) -> None:
        share = _share(run, dice)
        felt = self.body.felt(run, share, luck=dice.luck)
        if felt >= 9.8 and not run.is_race:
            # It would not do: home early.
            share *= 0.65
        km, minutes = round(run.distance_km * share, 2), max(1, round(run.duration_min * share))
        self._run_it(run, today, felt, (km, minutes), dice)

    def _run_beside_the_plan(self, today: date, dice: Dice) -> None:
        minutes = round(EXTRA_KM * plan.EASY_S_PER_KM[self.runner.request.fitness_level] / 60)
        run = Run(
            f"x{today}", today, "easy", EXTRA_KM, EXTRA_KM, minutes, "scheduled", off_plan=True, running_min=minutes
        )
        felt = self.body.felt(run, 1.0, luck=dice.luck)
        self._run_it(run, today, felt, (EXTRA_KM, minutes), dice)

    def _run_it(self, run: Run, today: date, felt: float, done: tuple[float, int], dice: Dice) -> None:
        km, minutes = done
        effort = sum(workouts.EXPECTED_EFFORT[run.type]) / 2
        self.body.run(today, km=km, minutes=minutes, effort=effort, dice=dice.hurts)
        self.last_felt = felt
        self.felt.setdefault(monday_of(today), []).append(felt)
        self._put(replace(run, status="completed"))
        self.history = replace(
            self.history, sessions=(*self.history.sessions, self._told(run, today, felt, done, dice))
        )
        self._follow("check-in", today)

    def _told(self, run: Run, today: date, felt: float, done: tuple[float, int], dice: Dice) -> Session:
        """What the coach hears: a rating that may be too kind or too harsh, and pain unless it is hidden."""
        character, pain = self.life.character, self.body.pain
        says = pain >= 1 and pain > character.hides_pain
        rating = round(min(10.0, max(1.0, felt + character.bias)))
        return Session(
            run.id,
            today,
            difficulty=rating if dice.rates < character.rates else None,
            distance_km=done[0],
            duration_min=done[1],
            pain=says,
            pain_location=self.body.pain_place if says else "",
            pain_severity=round(pain) if says else None,
            order=run.id,
        )

    def _put(self, run: Run) -> None:
        self.history = self.history.with_runs([run])

    def _was_excused(self, on: date) -> bool:
        """Away, and the coach heard of it: in both arms nothing was due then."""
        away = self.life.absence((on - self.began).days)
        return away is not None and away.is_told

    def week(self, monday: date) -> Week:
        """What became of a week; the race and its km are left out."""
        runs = [run for run in self.history.runs if run.monday == monday and run.status != "rest" and not run.is_race]
        due = [run for run in runs if not run.off_plan and not self._was_excused(run.on)]
        felt = self.felt.get(monday, [])
        return Week(
            runners=1,
            planned_km=sum(run.distance_km for run in due),
            done_km=sum(self.history.done_km(run) for run in runs),
            due=len(due),
            done=sum(run.status == "completed" for run in due),
            felt=sum(felt),
            rated=len(felt),
            in_pain=int(monday in self.in_pain),
        )


def _share(run: Run, dice: Dice) -> float:
    """Of a run: most are run as planned, some are cut short, some are longer."""
    if run.is_race:
        return 1.0
    if dice.cut < 0.05:
        return 0.5 + 8 * dice.cut
    return 1.0 + (dice.cut - 0.95) * 5 if dice.cut > 0.95 else 1.0

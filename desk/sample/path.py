"""Writes one ticket's steps, and refuses those that the states of a ticket do not know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import TypedDict, Unpack

from desk.codes import Channel, HoldReason, Kind, State, Urgency
from desk.sample.casting import Cast
from desk.sample.content import STEWARDS, HoldText, Sayings
from desk.sample.days import Days
from desk.sample.rows import Crew, PlannedStep, TicketPlan
from desk.tickets.states import Step, may, target

_CHANNELS = (Channel.PHONE, Channel.COUNTER, Channel.WECHAT)
_SCORES, _SCORE_WEIGHTS = (5, 4, 3, 2, 1), (60, 27, 7, 4, 2)


class Pen:
    """What every path is written with."""

    def __init__(
        self, rng: Random, days: Days, crews: Mapping[str, Crew], sayings: Sayings
    ) -> None:
        self.rng = rng
        self.days = days
        self.crews = crews
        self.sayings = sayings
        self._made = 0

    def next_key(self) -> str:
        """Return a key that no ticket of this plan has."""
        self._made += 1
        return f"sample-{self._made:03d}"


class _Details(TypedDict, total=False):
    """What ``PlannedStep`` holds beside who and when."""

    text: str
    crew: str
    technician: str
    hold_reason: HoldReason
    on: date
    begin: datetime
    until: datetime
    satisfied: bool | None
    reached: bool
    score: int
    ticket: str


class Path:
    """A ticket on its way; each step moves ``at`` on and is legal, or ``ValueError`` is raised."""

    def __init__(
        self,
        pen: Pen,
        cast: Cast,
        received_at: datetime,
        *,
        words: str | None = None,
        reopened_from: str | None = None,
    ) -> None:
        self.cast = cast
        self.key = pen.next_key()
        self.at = received_at
        self.state = State.RECEIVED
        self._pen = pen
        self._received_at = received_at
        self._words = cast.told(words or cast.words)
        self._reopened_from = reopened_from
        self._channel = cast.story.channel or self._draw_channel()
        self._before_hold = State.RECEIVED
        self._technician = pen.rng.choice(pen.crews[cast.story.crew].technicians).key
        self.steps: list[PlannedStep] = []

    @property
    def plan(self) -> TicketPlan:
        """Return the ticket as far as it has come."""
        cast, caller = self.cast, self.cast.caller
        story, room = cast.story, cast.room
        known = self._channel is not Channel.PATROL
        indoor = story.indoor or not cast.spot
        notes = [note for note in (room.note, caller.note) if note]
        return TicketPlan(
            key=self.key,
            story=story.key,
            kind=story.kind,
            category=story.category,
            urgency=story.urgency,
            channel=self._channel,
            received_at=self._received_at,
            received_by=self._pen.days.on_duty(self._received_at),
            room=room.label,
            resident=caller.key if known else None,
            caller_name=caller.name if known else "",
            caller_phone=caller.phones[0] if known else "",
            place=room.label if indoor else cast.told(cast.spot),
            words=self._words,
            spot=cast.told(cast.spot) if indoor else "",
            door_note="；".join(notes) if story.indoor else "",
            state=self.state,
            reopened_from=self._reopened_from,
            steps=tuple(self.steps),
        )

    def later(self, least: float, most: float) -> datetime:
        """Return a moment between so many minutes after the last step."""
        seconds = self._pen.rng.uniform(least * 60, most * 60)
        return self.at + timedelta(seconds=round(seconds))

    def working(self, least: float, most: float) -> datetime:
        """Return the same, but at an hour at which crews come."""
        return self._pen.days.working(self.later(least, most), self._pen.rng)

    # --- the steps ----------------------------------------------------------------------------

    def dispatch(self) -> None:
        """Send it to the crew of the story: by rule at once, else when somebody has read it."""
        story = self.cast.story
        at = self.at if story.by_rule else self.later(2, 9)
        by = None if story.by_rule else self._pen.days.in_charge(at)
        self._do(Step.DISPATCH, at, by=by, crew=story.crew)

    def accept(self, at: datetime) -> None:
        """Let a technician take it."""
        self._do(Step.ACCEPT, at, technician=self._technician)

    def transfer(self, at: datetime) -> None:
        """Give it to somebody else of the same crew."""
        others = [
            member.key
            for member in self._pen.crews[self.cast.story.crew].technicians
            if member.key != self._technician
        ]
        self._technician = self._pen.rng.choice(others)
        self._do(
            Step.TRANSFER,
            at,
            crew=self.cast.story.crew,
            technician=self._technician,
            text=self._pen.rng.choice(self._pen.sayings.transfers),
        )

    def appoint(self, at: datetime, begin: datetime) -> None:
        """Promise to be there within the hour from ``begin``."""
        self._do(Step.APPOINT, at, begin=begin, until=begin + timedelta(hours=1))

    def arrive(self, at: datetime) -> None:
        """Be there."""
        self._do(Step.ARRIVE, at, technician=self._technician)

    def hold(self, at: datetime, look_again: date) -> None:
        """Stop, for the reason this story usually stops for."""
        hold: HoldText | None = self.cast.story.hold
        if hold is None:
            raise ValueError(f"{self.cast.story.key} has no reason to wait")
        text = self.cast.told(hold.text)
        self._do(Step.HOLD, at, hold_reason=hold.reason, on=look_again, text=text)

    def resume(self, at: datetime) -> None:
        """Go on."""
        self._do(Step.RESUME, at)

    def finish(self, at: datetime, satisfied: bool | None = None) -> None:
        """Say what was done."""
        result = self.cast.told(self._pen.rng.choice(self.cast.story.done))
        self._do(Step.FINISH, at, text=result, satisfied=satisfied)

    def plan_visit(self) -> date:
        """Plan the return visit together with the finish, as the rule does; return its day."""
        days = 1 if self.cast.story.kind is Kind.COMPLAINT else 2
        on = self._pen.days.local(self.at).date() + timedelta(days=days)
        self._do(Step.PLAN_VISIT, self.at, on=on)
        return on

    def miss_visit(self, at: datetime) -> None:
        """Ring up and reach nobody."""
        text = self._pen.rng.choice(self._pen.sayings.unreached)
        self._do(Step.VISIT, at, reached=False, text=text)

    def visit(self, at: datetime) -> None:
        """Ring up, hear how it was, close it."""
        score = self._pen.rng.choices(_SCORES[:3], _SCORE_WEIGHTS[:3])[0]
        if self.cast.story.kind is Kind.COMPLAINT:
            score = self._pen.rng.choices(_SCORES, _SCORE_WEIGHTS)[0]
        thanks = self.cast.story.thanks if score == 5 else ()
        text = self._pen.rng.choice(thanks or self._pen.sayings.visits[score])
        by = self._pen.days.in_charge(at) if self.cast.story.kind is Kind.COMPLAINT else None
        self._do(Step.VISIT, at, by=by, reached=True, score=score, text=text)

    def close(self, at: datetime) -> None:
        """Close it without a visit."""
        self._do(Step.CLOSE, at)

    def cancel(self, at: datetime) -> None:
        """The caller needs nobody any more."""
        text = self._pen.rng.choice(self._pen.sayings.cancels)
        self._do(Step.CANCEL, at, text=text)

    def merge(self, at: datetime, into: Path) -> None:
        """It is the same thing as another ticket."""
        text = self._pen.rng.choice(self._pen.sayings.merges)
        self._do(Step.MERGE, at, ticket=into.key, text=text)

    def reopen(self, at: datetime) -> Path:
        """Return the new ticket that goes on with this one."""
        words = self._pen.rng.choice(self._pen.sayings.reopens)
        new = Path(self._pen, self.cast, at, words=words, reopened_from=self.key)
        self._do(Step.REOPEN, at, ticket=new.key, text=words)
        return new

    def chase(self, at: datetime) -> None:
        """The caller asks why nobody has come."""
        self._do(Step.CHASE, at, text=self._pen.rng.choice(self._pen.sayings.chases))

    def comment(self, at: datetime) -> None:
        """Note something down."""
        story, sayings = self.cast.story, self._pen.sayings
        usual = sayings.comments_indoor if story.indoor else sayings.comments_public
        if story.crew == STEWARDS:
            usual = sayings.comments_answer
        texts = story.comments or usual
        self._do(Step.COMMENT, at, text=self.cast.told(self._pen.rng.choice(texts)))

    def print_slip(self, at: datetime | None = None) -> None:
        """Print the paper to take along."""
        self._do(Step.PRINT_SLIP, at or self.later(0.1, 1.5))

    def return_slip(self, at: datetime) -> None:
        """The signed paper is back at the desk."""
        self._do(Step.RETURN_SLIP, at)

    # --- how --------------------------------------------------------------------------------

    @property
    def printed(self) -> bool:
        """Tell whether there is a slip on paper."""
        return any(step.step is Step.PRINT_SLIP for step in self.steps)

    def _do(
        self, step: Step, at: datetime, *, by: str | None = None, **details: Unpack[_Details]
    ) -> None:
        at = max(at, self.at)
        if not may(self.state, step):
            raise ValueError(f"{self.cast.story.key}: {step} in {self.state}")
        by = by or self._pen.days.on_duty(at)
        self.steps.append(PlannedStep(step=step, at=at, by=by, **details))
        self.at = at
        if step is Step.HOLD:
            self._before_hold = self.state
        if step is Step.RESUME:
            self.state = self._before_hold
        elif step is Step.VISIT:
            self.state = State.CLOSED if details.get("reached") else self.state
        else:
            self.state = target(step) or self.state

    def _draw_channel(self) -> Channel:
        if self.cast.story.urgency is Urgency.CRITICAL:
            return Channel.PHONE
        return self._pen.rng.choices(_CHANNELS, (78, 16, 6))[0]

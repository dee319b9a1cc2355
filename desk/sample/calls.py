"""The calls of the last fourteen days: about tickets, answered by an article, or by nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random

from desk.codes import Channel, Outcome
from desk.sample.casting import stranger
from desk.sample.days import Days
from desk.sample.households import Town
from desk.sample.rows import Article, CallPlan, PlannedStep, TicketPlan
from desk.tickets.states import Step

_DAYS = 14
_ANSWERED_A_DAY = (14, 21)
_UNANSWERED_A_DAY = (1, 3)
_CHANNELS, _CHANNEL_WEIGHTS = (Channel.PHONE, Channel.COUNTER, Channel.WECHAT), (68, 22, 10)


class Calls:
    """Writes them."""

    def __init__(self, rng: Random, days: Days, town: Town) -> None:
        self._rng = rng
        self._days = days
        self._town = town
        self._since = days.at(days.day(-_DAYS), 0)
        self._homes = [label for label in town.people if town.rooms[label].unit]

    def plan(
        self,
        tickets: Iterable[TicketPlan],
        articles: Sequence[Article],
        unanswered: Sequence[str],
    ) -> tuple[CallPlan, ...]:
        """Return the calls in the order in which they began."""
        calls = [call for ticket in tickets for call in self._about(ticket)]
        calls += self._questions(articles, unanswered)
        return tuple(sorted(calls, key=lambda call: (call.started_at, call.key)))

    def _about(self, ticket: TicketPlan) -> list[CallPlan]:
        calls: list[CallPlan] = []
        spoken = ticket.channel is not Channel.PATROL and ticket.reopened_from is None
        if spoken and ticket.received_at >= self._since:
            calls.append(self._of_ticket(ticket, ticket.received_at, Outcome.TICKET))
        chases = [step for step in ticket.steps if step.step is Step.CHASE]
        calls += [
            self._of_ticket(ticket, step.at, Outcome.CHASED, step)
            for step in chases
            if step.at >= self._since
        ]
        return calls

    def _of_ticket(
        self, ticket: TicketPlan, at: datetime, outcome: Outcome, chase: PlannedStep | None = None
    ) -> CallPlan:
        chases = [step.at for step in ticket.steps if step.step is Step.CHASE]
        suffix = f"chase-{chases.index(at) + 1}" if chase else "call"
        talked = timedelta(seconds=self._rng.randrange(35, 150))
        return CallPlan(
            key=f"{ticket.key}-{suffix}",
            channel=ticket.channel if chase is None else Channel.PHONE,
            resident=ticket.resident,
            room=ticket.room,
            caller_name=ticket.caller_name,
            caller_phone=ticket.caller_phone,
            words=chase.text if chase else ticket.words,
            started_at=at - talked,
            ended_at=min(at + timedelta(seconds=self._rng.randrange(2, 12)), self._days.now),
            outcome=outcome,
            article=None,
            ticket=ticket.key,
            staff=chase.by if chase else ticket.received_by,
        )

    def _questions(
        self, articles: Sequence[Article], unanswered: Sequence[str]
    ) -> Iterable[CallPlan]:
        # Some things are asked every day, most of them once a week.
        asked = list(articles)
        self._rng.shuffle(asked)
        weights = [1 / (place + 3) for place in range(len(asked))]
        open_questions = list(unanswered)
        self._rng.shuffle(open_questions)
        serial = 0
        for offset in range(-_DAYS, 1):
            day = self._days.day(offset)
            answered = self._rng.randint(*_ANSWERED_A_DAY)
            without = self._rng.randint(*_UNANSWERED_A_DAY)
            for place in range(answered + without):
                serial += 1
                at = self._days.arriving(day, self._rng)
                if place < answered:
                    article = self._rng.choices(asked, weights)[0]
                    said = self._rng.choice((article.question, *article.phrasings))
                    call = self._question(serial, at, said, article.key)
                else:
                    said = open_questions[serial % len(open_questions)]
                    call = self._question(serial, at, said, None)
                if call.ended_at <= self._days.now:
                    yield call

    def _question(self, serial: int, at: datetime, words: str, article: str | None) -> CallPlan:
        known = self._rng.random() < 0.85
        room = self._rng.choice(self._homes)
        resident = self._town.residents[self._rng.choice(self._town.people[room])]
        talked = timedelta(seconds=self._rng.randrange(20, 130))
        channel = self._rng.choices(_CHANNELS, _CHANNEL_WEIGHTS)[0]
        phone = stranger(self._rng) if channel is Channel.PHONE else ""
        return CallPlan(
            key=f"question-{serial:03d}",
            channel=channel,
            resident=resident.key if known else None,
            room=room if known else None,
            caller_name=resident.name if known else "",
            caller_phone=resident.phones[0] if known else phone,
            words=words,
            started_at=at,
            ended_at=at + talked,
            outcome=Outcome.ARTICLE if article else Outcome.NONE,
            article=article,
            ticket=None,
            staff=self._days.on_duty(at),
        )

"""The first start: four questions in the window before there is any data, or the sample."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desk.centre.first_day import FirstDay
from desk.clock import Clock
from desk.ui.fields.languages import LANGUAGE_NAMES
from desk.ui.first_start.answers import Answers, Step, problems
from desk.ui.first_start.list_steps import CrewsPage, StaffPage
from desk.ui.first_start.stepper import Stepper
from desk.ui.first_start.steps import CommunityPage, HoursPage, StepPage
from desk.ui.icons import Icon
from desk.ui.jobs import Jobs
from desk.ui.kit.button import Button
from desk.ui.kit.composing import is_enter
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.progress_sheet import ProgressSheet
from desk.ui.kit.scroll import Scroll
from desk.ui.kit.segments import Segments
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import LANGUAGES, Words, mark
from desk.words.faults import as_refusal
from desk.words.sentences import sentence

#: Tells how much of the sample is made: done, of how many. It raises ``Stopped`` once somebody
#: has asked to stop; whoever makes the sample lets that through and leaves nothing behind.
Progress = Callable[[int, int], None]


class Stopped(Exception):  # noqa: N818 - somebody's wish, not an error
    """Making the sample was stopped."""


class FirstStart(QWidget):
    """Asks for little and writes nothing before the last step.

    Everything typed outlives mistakes and a switch of the language. ``begin`` and ``sample`` run
    in ``jobs``; ``done`` is emitted on the main thread once one of them has returned.
    """

    done = Signal()
    #: The language was switched; whoever keeps this computer's settings writes it down.
    spoken = Signal(str)
    #: A fault of ours, for whoever logs it and offers the report.
    failed = Signal(object)
    _advanced = Signal(int, int)

    def __init__(
        self,
        *,
        clock: Clock,
        jobs: Jobs,
        words: Words,
        look: Look,
        begin: Callable[[FirstDay], object],
        sample: Callable[[Progress], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the first start.

        Args:
            clock: tells which years' holidays matter.
            jobs: where both doors are gone through.
            words: the language to begin with.
            look: how it looks.
            begin: writes the first day in one transaction.
            sample: makes the sample, telling its progress from whatever thread it runs in.
            parent: the window.
        """
        super().__init__(parent)
        self._clock = clock
        self._jobs = jobs
        self._look = look
        self._begin = begin
        self._sample = sample
        self._stop = threading.Event()
        self._progress: ProgressSheet | None = None
        self.words = words
        self.answers = Answers.begin(words)
        self._here = Step.COMMUNITY
        self._furthest = Step.COMMUNITY
        self._root: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._advanced.connect(self._advance)
        QShortcut(QKeySequence("Escape"), self, self.back)
        onward = QShortcut(self)
        onward.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        onward.activated.connect(self.onward)
        look.changed.connect(self.restyle)
        self._build()

    @property
    def step(self) -> Step:
        """The step in front."""
        return self._here

    @property
    def page(self) -> StepPage:
        """The page of the step in front."""
        return self._pages[self._here]

    # --- going through the steps --------------------------------------------------------------
    def onward(self) -> None:
        """Go to the next step, or begin after the last; a mistake is said under its field."""
        if not self._next.isEnabled():
            return
        self._gather()
        wrong = problems(self.answers, self._here)
        self.page.complain(wrong)
        if wrong:
            return
        if self._here is Step.STAFF:
            self._begin_first_day()
            return
        self.go(Step(self._here + 1))

    def back(self) -> None:
        """Go to the step before; what was typed stays."""
        if self._here is not Step.COMMUNITY and self._next.isEnabled():
            self._gather()
            self.go(Step(self._here - 1))

    def go(self, step: Step) -> None:
        """Bring a step to the front and put the caret where typing begins."""
        self._gather()
        self._here = step
        self._furthest = max(self._furthest, step)
        self._show_step()
        self.page.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def speak(self, language: str) -> None:
        """Say everything in another language; what was typed stays."""
        if language == self.words.language or not self._next.isEnabled():
            return
        self._gather()
        words = Words(language)
        self.answers.speak(self.words, words)
        self.words = words
        self._build()
        self.page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.spoken.emit(language)

    def _gather(self) -> None:
        for page in self._pages.values():
            page.give(self.answers)

    # --- the two doors ------------------------------------------------------------------------
    def _begin_first_day(self) -> None:
        for step in Step:
            if wrong := problems(self.answers, step):
                self.go(step)
                self.page.complain(wrong)
                return
        first_day = self.answers.first_day()
        self._wait(True)
        self._jobs.run(lambda: self._begin(first_day), self._finished, self._could_not, owner=self)

    def make_sample(self) -> None:
        """Make the sample, with progress; it can be stopped."""
        if not self._next.isEnabled():
            return
        self._wait(True)
        self._stop.clear()
        title = self.words.say("Making the sample")
        self._progress = ProgressSheet(self._look, self.words, title, self)
        self._progress.cancelled.connect(self._stop.set)
        self._progress.open()
        self._jobs.run(
            lambda: self._sample(self._tell), self._finished, self._could_not, owner=self
        )

    def stop(self) -> None:
        """Stop making the sample; nothing of it stays behind."""
        self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        """Take word of the progress in the worker's thread."""
        if self._stop.is_set():
            raise Stopped
        self._advanced.emit(done, total)

    def _advance(self, done: int, total: int) -> None:
        if self._progress is not None and not self._stop.is_set():
            self._progress.advance(done, total)

    def _finished(self, _result: object) -> None:
        self._close_progress()
        self.done.emit()

    def _could_not(self, error: Exception) -> None:
        self._close_progress()
        self._wait(False)
        if isinstance(error, Stopped):
            return
        refusal = as_refusal(error)
        if refusal is not None:
            self._complain(sentence(self.words, refusal))
            return
        self._complain(
            self.words.say(
                "Something went wrong in the program; what you typed is still there. "
                "A report is in the log of the data folder: please send it to us."
            )
        )
        self.failed.emit(error)

    def _close_progress(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.dismiss()
            progress.deleteLater()

    def _wait(self, waiting: bool) -> None:
        """Hold every way on while something is being written."""
        self._next.setEnabled(not waiting)
        self._back.setEnabled(not waiting)
        self._complain("")

    def _complain(self, said: str) -> None:
        self._trouble.setText(said)
        self._trouble.setVisible(bool(said))

    # --- building -----------------------------------------------------------------------------
    def _build(self) -> None:
        look, words, answers = self._look, self.words, self.answers
        root = QWidget()
        community = CommunityPage(look, words, answers)
        community.sample_wanted.connect(self.make_sample)
        self._pages: dict[Step, StepPage] = {
            Step.COMMUNITY: community,
            Step.HOURS: HoursPage(look, words, answers, self._clock.now()),
            Step.CREWS: CrewsPage(look, words, answers),
            Step.STAFF: StaffPage(look, words, answers),
        }
        self._head = QHBoxLayout()
        self._picture = QLabel()
        self._language = Segments(
            look,
            [(LANGUAGE_NAMES[language], language) for language in LANGUAGES],
            words.language,
            name=words.say("Language"),
        )
        self._language.chosen.connect(self._speak)
        self._head.addWidget(self._picture)
        self._head.addWidget(Label(look, words.say("Front desk"), Text.EMPHASIS, bold=True))
        self._head.addStretch(1)
        self._head.addWidget(self._language)
        self._stepper = Stepper(look, [words.say(name) for name in _STEP_NAMES])
        self._stepper.chosen.connect(lambda at: self.go(Step(at)))
        self._stack = QStackedWidget()
        self._scrolls: dict[Step, Scroll] = {}
        for step, page in self._pages.items():
            self._scrolls[step] = Scroll(page)
            self._stack.addWidget(self._scrolls[step])
        self._trouble = Label(look, "", tone=Tone.OVERDUE, wrap=True)
        self._trouble.hide()
        self._back = Button(look, words.say("Back"), "quiet", key="Esc")
        self._back.clicked.connect(self.back)
        self._next = Button(look, "", key="Ctrl+Return")
        self._next.clicked.connect(self.onward)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._back)
        self._foot.addStretch(1)
        self._foot.addWidget(self._next)
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        for part in (self._stepper, self._stack):
            self._column.addWidget(part, 1 if part is self._stack else 0)
        self._column.addWidget(self._trouble)
        self._column.addLayout(self._foot)
        self._frame = QVBoxLayout(root)
        self._frame.addLayout(self._head)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._middle, 1000)
        centred.addStretch(1)
        self._frame.addLayout(centred, 1)
        old, self._root = self._root, root
        self._whole.addWidget(root)
        if old is not None:
            self._whole.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.restyle()
        self._show_step()

    def _show_step(self) -> None:
        words, last = self.words, self._here is Step.STAFF
        self._stepper.show_step(self._here, self._furthest)
        self._stack.setCurrentWidget(self._scrolls[self._here])
        self._back.setVisible(self._here is not Step.COMMUNITY)
        self._next.setText(words.say("Open the desk") if last else words.say("Next"))
        self._next.updateGeometry()
        self._complain("")

    def _speak(self, language: object) -> None:
        self.speak(str(language))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        look, s = self._look, self._look.sizes
        self._frame.setContentsMargins(s.wide, s.room, s.wide, s.wide)
        self._frame.setSpacing(s.wide)
        self._head.setSpacing(s.small)
        self._middle.setMaximumWidth(s.reading)
        self._column.setContentsMargins(0, s.room, 0, 0)
        self._column.setSpacing(s.wide)
        self._foot.setSpacing(s.small)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(look.pixmap(Icon.DESK, look.colours.accent, s.icon_large, ratio))
        self.update()

    # --- Qt -----------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes to the next field, in the last one to the next step."""
        field = self.window().focusWidget()
        if is_enter(event) and not event.modifiers() and isinstance(field, LineEdit):
            event.accept()
            lines = [line for line in self.page.findChildren(LineEdit) if line.isVisible()]
            after = lines[lines.index(field) + 1 :] if field in lines else []
            if after:
                after[0].setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.onward()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lie on paper."""
        QPainter(self).fillRect(self.rect(), self._look.colours.paper)


_STEP_NAMES = (
    mark("Community"),
    mark("Service hours"),
    mark("Crews"),
    mark("Staff"),
)

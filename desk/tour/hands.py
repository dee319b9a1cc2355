"""The hands of the play: keys, an input method, and waiting until something can be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QPropertyAnimation,
    QTimer,
)
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.refusals import Refusal
from desk.ui.jobs import Jobs
from desk.ui.kit.toast import Toast

#: Milliseconds anything in the window may take before the play gives up.
LIMIT = 20_000
_LOOK_AGAIN = 5
_MOST_TABS = 60


class Hands:
    """Does what somebody at the desk does, through the events Qt would get from a keyboard."""

    def __init__(self, app: QApplication, jobs: Jobs) -> None:
        self._app = app
        self._jobs = jobs
        #: What goes on while something is waited for: names the trouble if it never happens.
        self.doing = ""
        #: What was raised in the window while the play went on; the first one ends it.
        self.faults: list[BaseException] = []

    @property
    def place(self) -> QWidget:
        """Where a key goes now.

        Raises:
            Refusal: ``tour.stuck`` when no window is in front.
        """
        found = self._app.focusWidget() or self._app.activeWindow()
        if found is None:
            raise self._stuck()
        return found

    # --- keys ---------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Press keys one after the other, each written as on a cap: ``Ctrl+Return``."""
        for key in keys:
            QTest.keySequence(self.place, key)
            self.settle()

    def type(self, text: str) -> None:
        """Type what stands on the keyboard, character by character."""
        for character in text:
            QTest.keyClicks(self.place, character)
            QCoreApplication.processEvents()
        self.settle()

    def compose(self, parts: Sequence[tuple[str, str]], *, hold: bool = False) -> None:
        """Write through an input method: each part is (what it holds, what it gives).

        Args:
            parts: pinyin as an input method shows it, and the characters chosen for it.
            hold: leave the last part held, not given yet.
        """
        for at, (held, given) in enumerate(parts):
            letters = held.replace("'", "")
            for count in range(1, len(letters) + 1):
                self._send(_held(letters[:count]))
            self._send(_held(held))
            self.settle()
            if not (hold and at == len(parts) - 1):
                self.give(given)

    def give(self, text: str) -> None:
        """Let the input method give the characters that were chosen."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        self._send(event)
        self.settle()

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> None:
        """Press Tab until the caret stands where it is wanted.

        Raises:
            Refusal: ``tour.stuck`` when it never gets there.
        """
        for _ in range(_MOST_TABS):
            if wanted(self.place):
                return
            self.press("Tab")
        raise self._stuck()

    def _send(self, event: QInputMethodEvent) -> None:
        QCoreApplication.sendEvent(self.place, event)
        QCoreApplication.processEvents()

    # --- waiting ------------------------------------------------------------------------------
    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window go on until something holds.

        Raises:
            Refusal: ``tour.stuck`` when it does not within the limit.
        """
        watch = QElapsedTimer()
        watch.start()
        beat = QTimer()
        beat.start(_LOOK_AGAIN)
        while not holds():
            if self.faults:
                raise self.faults[0]
            if watch.elapsed() > LIMIT:
                raise self._stuck()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        beat.stop()

    def settle(self) -> None:
        """Let the window go on until nothing is under way and everything is painted."""
        for _ in range(3):
            self.until(lambda: not self._jobs.busy and not self._moving())
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    def wait_for_quiet(self) -> None:
        """Wait until what floats over the window for a moment is gone."""
        window = self._app.activeWindow()
        floating = window.findChildren(Toast) if window is not None else []
        self.until(lambda: all(toast.isHidden() for toast in floating))

    def _moving(self) -> bool:
        """Tell whether something in the window is still sliding or fading; Qt's own things do."""
        window = self._app.activeWindow()
        running = QAbstractAnimation.State.Running
        found = window.findChildren(QPropertyAnimation) if window is not None else []
        return any(animation.state() == running for animation in found)

    def _stuck(self) -> Refusal:
        return Refusal("tour.stuck", scene=self.doing)


def _held(text: str) -> QInputMethodEvent:
    """Return what an input method tells while it holds something: underlined, the caret behind."""
    form = QTextCharFormat()
    form.setFontUnderline(True)
    kind = QInputMethodEvent.AttributeType
    look = QInputMethodEvent.Attribute(kind.TextFormat, 0, len(text), form)
    caret = QInputMethodEvent.Attribute(kind.Cursor, len(text), 1, None)
    return QInputMethodEvent(text, [look, caret])

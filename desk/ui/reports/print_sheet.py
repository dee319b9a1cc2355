"""Prints the day: the real page, the printer, how often."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.reports.day_report import DayReport
from desk.ui.jobs import Lane
from desk.ui.kit.combo import Combo, SpinBox
from desk.ui.kit.form import Form
from desk.ui.kit.sheet import Sheet
from desk.ui.printing.devices import Devices, Printers, PrintOrder, image_of
from desk.ui.printing.preview import Preview
from desk.ui.session import Session

_PREVIEW_DPI = 90
_MOST_COPIES = 9


class DayPrintSheet(Sheet):
    """Enter prints one copy on the remembered printer; where there is none it saves a file."""

    #: A file shall be written instead; the sheet is gone.
    save_wanted = Signal()

    def __init__(
        self,
        session: Session,
        host: QWidget,
        read: Callable[[], DayReport],
        devices: Devices,
    ) -> None:
        words = session.words
        super().__init__(
            session.look,
            words,
            words.say("Print the day"),
            host,
            primary=words.say_in("button", "Print"),
            wide=True,
        )
        self._session = session
        self._read_day = read
        self._devices = devices
        self._pdf: bytes | None = None
        self._printers: Printers | None = None
        self._name = ""
        look = session.look
        self.preview = Preview(look, words.say("How it will look"), words.say("Setting the page…"))
        self.printer = Combo(look)
        self.copies = SpinBox(look, 1, least=1, most=_MOST_COPIES)
        self.form = Form(look)
        self.form.add("printer", words.say("Printer"), self.printer)
        self.form.add("copies", words.say("Copies"), self.copies)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.preview, 2, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._columns)
        self.set_busy(True)
        self.submitted.connect(self._print)

    def open(self) -> None:
        """Open at once; page and printers come when they are there."""
        super().open()
        jobs = self._session.jobs
        jobs.run(self._read_day, self._set, self._failed, owner=self)
        jobs.run(
            self._devices.installed, self._show_printers, self._failed, lane=Lane.OTHER, owner=self
        )

    def first_field(self) -> QWidget | None:
        """Begin on the button: the same key that opened the sheet is the only one needed."""
        return self.primary

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        super().restyle()
        self._columns.setSpacing(self.look.sizes.wide)

    def _set(self, report: DayReport) -> None:
        papers, scale = self._session.papers, self.look.theme.scale * self.devicePixelRatioF()
        title = self._session.words.say_in("day page", "Daily report")
        self._name = f"{title} {report.day.isoformat()}"

        def work() -> tuple[bytes, list[QImage]]:
            pdf = papers.day(report)
            return pdf, [image_of(page) for page in papers.pages(pdf, round(_PREVIEW_DPI * scale))]

        self._session.jobs.run(work, self._show_pages, self._failed, lane=Lane.OTHER, owner=self)

    def _show_pages(self, made: tuple[bytes, list[QImage]]) -> None:
        self._pdf, pages = made
        self.preview.show_pages(pages)
        self.arrange()
        self._ready()

    def _show_printers(self, printers: Printers) -> None:
        words, remembered = self._session.words, self._session.settings.printer
        self._printers = printers
        self.printer.set_choices([(name, name) for name in printers.names])
        self.printer.setEnabled(bool(printers.names))
        self.printer.set_value(remembered if remembered in printers.names else printers.default)
        if not printers.names:
            self.form.row("printer").complain(
                words.say("This computer has no printer. Save the day as a PDF instead.")
            )
            self.primary.setText(words.say("Save to a file"))
            self.primary.updateGeometry()
        self._ready()

    def _ready(self) -> None:
        """Let it be printed once there is a page and a printer; the focus waits on the button."""
        nothing = self._printers is not None and not self._printers.names
        self.set_busy(not nothing and (self._pdf is None or self._printers is None))
        if self.primary.isEnabled():
            self.primary.setFocus()

    def _print(self) -> None:
        if self._printers is not None and not self._printers.names:
            self.dismiss()
            self.save_wanted.emit()
            return
        if self._pdf is None:
            return
        self.set_busy(True)
        hand_over, printer = self._devices.hand_over, str(self.printer.value())
        order = PrintOrder(self._pdf, printer, "A4", self.copies.value(), self._name)
        self._session.jobs.run(
            lambda: hand_over(order), self._printed, self._failed, lane=Lane.OTHER, owner=self
        )

    def _printed(self, _none: None) -> None:
        session, printer = self._session, str(self.printer.value())
        if session.settings.printer != printer:
            session.keep(printer=printer)
        self.dismiss()
        session.tell(session.words.say("The day is with printer {printer}.", printer=printer))

    def _failed(self, error: Exception) -> None:
        self.set_busy(self._pdf is None)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        else:
            self.complain(sentence)

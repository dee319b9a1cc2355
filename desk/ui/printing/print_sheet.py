"""Prints the slip of a ticket: the real page, printer, paper and copies, or a file instead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.tickets.rows import TicketRow
from desk.tickets.work_order import WorkOrder
from desk.ui.file_dialog import AskFile, ask_file
from desk.ui.jobs import Lane
from desk.ui.kit.button import Button
from desk.ui.kit.combo import Combo, SpinBox
from desk.ui.kit.form import Form
from desk.ui.kit.segments import Segments
from desk.ui.kit.sheet import Sheet
from desk.ui.printing.devices import Devices, Printers, PrintOrder, image_of
from desk.ui.printing.preview import Preview
from desk.ui.printing.slip_printing import SlipPrinting
from desk.ui.session import Session

SAVE_KEY = "Ctrl+S"
_PREVIEW_DPI = 110
_MOST_COPIES = 9


class PrintSheet(Sheet):
    """Enter prints at once on the remembered printer; a slip is counted once it was handed over.

    Where there is no printer the primary action is the file.
    """

    def __init__(
        self,
        session: Session,
        host: QWidget,
        row: TicketRow,
        devices: Devices,
        ask: AskFile = ask_file,
    ) -> None:
        words = session.words
        super().__init__(
            session.look,
            words,
            words.say("Print the slip"),
            host,
            primary=words.say_in("button", "Print"),
            sentence="  ".join(part for part in (row.number, row.place) if part),
            wide=True,
        )
        self._session = session
        self._row = row
        self._ask = ask
        self._printing = SlipPrinting(session, devices, self)
        self._order: WorkOrder | None = None
        self._pdf: bytes | None = None
        self._printers: Printers | None = None
        self._wanted: tuple[Callable[[], None], bool] | None = None
        self._build()
        self.submitted.connect(self._submit_print)
        self.save.clicked.connect(self.save_file)

    def _build(self) -> None:
        look, words, settings = self.look, self._session.words, self._session.settings
        self.preview = Preview(look, words.say("How it will look"), words.say("Setting the page…"))
        self.printer = Combo(look)
        self.paper = Segments(
            look, [("A5", "A5"), ("A4", "A4")], settings.paper, name=words.say("Paper")
        )
        self.copies = SpinBox(look, 1, least=1, most=_MOST_COPIES)
        self.form = Form(look)
        self.form.add("printer", words.say("Printer"), self.printer)
        self.form.add("paper", words.say("Paper"), self.paper)
        self.form.add("copies", words.say("Copies"), self.copies)
        self.save = Button(look, words.say("Save to a file"), "quiet", key=SAVE_KEY)
        self.add_tool(self.save)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.preview, 2, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._columns)
        self.paper.chosen.connect(self._set)

    # --- opening --------------------------------------------------------------------------------
    def open(self) -> None:
        """Open at once; page and printers come when they are there."""
        super().open()
        self._printing.read(self._row.ticket_id, self._read, self._failed)
        self._printing.printers(self._show_printers, self._no_printers)

    def first_field(self) -> QWidget | None:
        """Begin on the button: the same key that opened the sheet is the only one needed."""
        return self.primary

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        super().restyle()
        self._columns.setSpacing(self.look.sizes.wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by the key on the button."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_S:
            self.save_file()
            event.accept()
            return
        super().keyPressEvent(event)

    # --- what is shown --------------------------------------------------------------------------
    def _read(self, order: WorkOrder) -> None:
        self._order = order
        self._set()

    def _set(self, _paper: object = None) -> None:
        if self._order is None:
            return
        self._pdf = None
        paper = str(self.paper.value())
        self._printing.set(self._order, paper, self._show_pdf, self._failed)

    def _show_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        papers, dpi = self._session.papers, self._dpi()

        def pages() -> list[QImage]:
            return [image_of(page) for page in papers.pages(pdf, dpi)]

        self._session.jobs.run(
            pages, self._show_pages, self._failed, lane=Lane.OTHER, key="pages", owner=self
        )
        self._go_on()

    def _show_pages(self, pages: list[QImage]) -> None:
        self.preview.show_pages(pages)
        self.arrange()

    def _dpi(self) -> int:
        return round(_PREVIEW_DPI * self.look.theme.scale * self.devicePixelRatioF())

    def _show_printers(self, printers: Printers) -> None:
        self._printers = printers
        words, session = self._session.words, self._session
        self.printer.set_choices([(name, name) for name in printers.names])
        self.printer.setEnabled(bool(printers.names))
        remembered = session.settings.printer
        self.printer.set_value(remembered if remembered in printers.names else printers.default)
        if printers.names:
            self._go_on()
            return
        if self._wanted is not None and self._wanted[1]:
            self._wanted = None
            self.set_busy(False)
        self.form.row("printer").complain(
            words.say("This computer has no printer. Save the slip to a file instead.")
        )
        self.primary.setText(words.say("Save to a file"))
        self.primary.updateGeometry()
        self.save.hide()

    def _no_printers(self, error: Exception) -> None:
        self._show_printers(Printers())
        self._failed(error)

    # --- printing -------------------------------------------------------------------------------
    def _submit_print(self) -> None:
        if self._printers is not None and not self._printers.names:
            self.save_file()
        else:
            self._when_ready(self._print, printers=True)

    def save_file(self) -> None:
        """Ask for a file and write the slip there."""
        words = self._session.words
        proposed = f"{self._row.number}.pdf"
        kinds = words.say("PDF (*.pdf)")
        path = self._ask(self, words.say("Save the slip to a file"), proposed, kinds)
        if path is not None:
            self._when_ready(partial(self._save, path), printers=False)

    def _when_ready(self, then: Callable[[], None], *, printers: bool) -> None:
        """Go on as soon as the page is set and, where they are needed, the printers are known."""
        self.complain("")
        self.set_busy(True)
        self._wanted = (then, printers)
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted is None or self._pdf is None:
            return
        then, needs_printers = self._wanted
        if self._printers is not None or not needs_printers:
            self._wanted = None
            then()

    def _print(self) -> None:
        printer = str(self.printer.value() or "")
        if self._pdf is None:
            return
        paper = str(self.paper.value())
        order = PrintOrder(self._pdf, printer, paper, self.copies.value(), self._row.number)
        done = partial(self._handed_over, order)
        self._printing.hand_over(order, done, self._failed)

    def _handed_over(self, order: PrintOrder) -> None:
        session, words = self._session, self._session.words
        if (session.settings.printer, session.settings.paper) != (order.printer, order.paper):
            session.keep(printer=order.printer, paper=order.paper)
        said = words.say(
            "The slip of {number} is with printer {printer}.",
            number=self._row.number,
            printer=order.printer,
        )
        self._count(said)

    def _save(self, path: Path) -> None:
        if self._pdf is not None:
            self._printing.save(self._pdf, path, partial(self._saved, path), self._failed)

    def _saved(self, path: Path) -> None:
        words = self._session.words
        self._count(
            words.say("The slip of {number} is in {file}.", number=self._row.number, file=path)
        )

    def _count(self, said: str) -> None:
        """Count the print, then go."""
        self._printing.count(self._row.ticket_id, said)
        self.set_busy(False)
        self.dismiss()

    def _failed(self, error: Exception) -> None:
        self._wanted = None
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        else:
            self.complain(sentence)

"""This computer: what belongs to it and not to the centre; every change holds at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk.ui.actions import Action, Actions
from desk.ui.fields.languages import LANGUAGE_NAMES
from desk.ui.icons import Icon
from desk.ui.jobs import Lane
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.section import Section as Heading
from desk.ui.kit.segments import Segments
from desk.ui.kit.toggle import Toggle
from desk.ui.session import Session
from desk.ui.settings_page.backups import Backups
from desk.ui.settings_page.printers import printer_names
from desk.ui.settings_page.section import Section
from desk.ui.theme import Scheme
from desk.words.catalogue import LANGUAGES, mark


class ComputerSection(Section):
    """Language, look, paper, printer, sound, the data folder and its backups."""

    #: Somebody chose a language: the window builds its pages anew.
    language_chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        *,
        printers: Callable[[], Sequence[str]] = printer_names,
        show_folder: Callable[[Path], object] | None = None,
    ) -> None:
        """Make the section.

        Args:
            session: what the page stands on.
            printers: asks the system, off the main thread.
            show_folder: opens a folder in the system's own way.
        """
        words, look, settings = session.words, session.look, session.settings
        super().__init__(
            session,
            words.say("This computer"),
            words.say("Holds for this desk only, at once."),
        )
        self._printers = printers
        self.language = Segments(
            look,
            [(LANGUAGE_NAMES[one], one) for one in LANGUAGES],
            words.language,
            name=words.say("Language"),
        )
        self.language.chosen.connect(self._speak)
        self.scheme = Segments(
            look,
            [
                (words.say("Light"), "light"),
                (words.say("Dark"), "dark"),
                (words.say("As the system"), "system"),
            ],
            settings.scheme,
            name=words.say("Look"),
        )
        self.scheme.chosen.connect(self._choose_scheme)
        self.paper = Segments(
            look,
            [(words.say("A5, one slip"), "A5"), (words.say("A4, three copies"), "A4")],
            settings.paper,
            name=words.say("Paper of the slip"),
        )
        self.paper.chosen.connect(lambda size: session.keep(paper=size))
        self.printer = Combo(look, self._choices([]), name=words.say("Printer"))
        self.printer.set_value(settings.printer)
        self.printer.currentIndexChanged.connect(self._choose_printer)
        self.print_new = Toggle(look, on=settings.print_new)
        self.print_new.setText(words.say("Print the slip as soon as a ticket is made"))
        self.print_new.toggled.connect(lambda on: session.keep(print_new=on))
        self.sound = Toggle(look, on=settings.sound)
        self.sound.setText(words.say("Ring for a critical ticket until somebody takes it"))
        self.sound.toggled.connect(lambda on: session.keep(sound=on))
        self.desk = LineEdit(look, settings.desk, name=words.say("Name of this desk"))
        self.desk.editingFinished.connect(self._name_desk)
        form = Form(look, beside=True)
        form.add("language", words.say("Language"), self.language)
        form.add("scheme", words.say("Look"), self.scheme)
        form.add("paper", words.say("Paper of the slip"), self.paper)
        form.add("printer", words.say("Printer"), self.printer)
        form.add(
            "desk",
            words.say("Name of this desk"),
            self.desk,
            hint=words.say("Stands in the history beside who did something."),
        )
        self.column.addWidget(form)
        self.column.addWidget(self.print_new)
        self.column.addWidget(self.sound)
        self.column.addSpacing(look.sizes.middle)
        self.column.addWidget(Heading(look, words.say("Data and backups")))
        self.backups = Backups(session, show_folder or _open_folder)
        self.column.addWidget(self.backups)
        self.column.addStretch(1)

    def offer(self, actions: Actions) -> None:
        """Back up now, open the folder."""
        add = actions.add
        add(
            Action(
                "settings.back_up",
                mark("Back up now"),
                "Ctrl+B",
                Icon.BACKUP,
                self.backups.back_up,
                self.backups.back.isEnabled,
            ),
            home=self,
        )
        add(
            Action(
                "settings.folder",
                mark("Open the data folder"),
                "",
                Icon.FOLDER,
                self.backups.open_folder,
            ),
            home=self,
        )

    def opened(self) -> None:
        """Ask for the printers and look at the backups, off the main thread."""
        self.session.jobs.run(
            self._printers,
            self._read_printers,
            self.session.refuse,
            lane=Lane.OTHER,
            owner=self,
            key="printers",
        )
        self.backups.read()

    def first_field(self) -> QWidget | None:
        """Begin with the language."""
        return self.language.findChild(QWidget)

    def state(self) -> dict[str, Any]:
        """Return a half-typed name."""
        return {"desk": self.desk.text()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up a half-typed name."""
        self.desk.setText(state.get("desk", self.desk.text()))

    # --- at once ------------------------------------------------------------------------------
    def _speak(self, language: object) -> None:
        self.language_chosen.emit(str(language))

    def _choose_scheme(self, scheme: object) -> None:
        chosen: Scheme | None = (
            "light" if scheme == "light" else "dark" if scheme == "dark" else None
        )
        self.session.look.choose(chosen)
        self.session.keep(scheme=str(scheme))

    def _choose_printer(self) -> None:
        self.session.keep(printer=str(self.printer.value() or ""))

    def _name_desk(self) -> None:
        name = self.desk.text().strip()
        if name != self.session.settings.desk:
            self.session.keep(desk=name)

    def _choices(self, names: Sequence[str]) -> list[tuple[str, object]]:
        words, kept = self.session.words, self.session.settings.printer
        choices: list[tuple[str, object]] = [(words.say("The system's default"), "")]
        if kept and kept not in names:
            choices.append((words.say("{printer} (not found now)", printer=kept), kept))
        return choices + [(name, name) for name in names]

    def _read_printers(self, names: Sequence[str]) -> None:
        self.printer.blockSignals(True)
        self.printer.set_choices(self._choices(names))
        self.printer.set_value(self.session.settings.printer)
        self.printer.blockSignals(False)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

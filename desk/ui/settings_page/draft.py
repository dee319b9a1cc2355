"""What has been typed into a section and not been saved, apart from what is stored.

When the stored values change meanwhile (another desk was quicker), a field that nobody has
touched follows; one that was touched keeps what was typed and says what the other wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desk.ui.kit.combo import Combo


@runtime_checkable
class Valued(Protocol):
    """A field made of several that holds one value."""

    edited: SignalInstance

    def value(self) -> object:
        """Return what it holds."""
        ...

    def set_value(self, value: object) -> None:
        """Hold something else."""
        ...


class Draft(QObject):
    """The fields of a section by their names, and the values they were filled with."""

    #: Somebody typed or chose something.
    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self._stored: dict[str, object] = {}

    def add(self, name: str, field: QWidget) -> None:
        """Watch a field: a line, a combo or a box to tick."""
        self._fields[name] = field
        self._stored[name] = value_of(field)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._edited)
        elif isinstance(field, Combo):
            field.currentIndexChanged.connect(self._edited)
        elif isinstance(field, QCheckBox):
            field.toggled.connect(self._edited)
        elif isinstance(field, Valued):
            field.edited.connect(self._edited)

    def field(self, name: str) -> QWidget:
        """Return a field by its name."""
        return self._fields[name]

    def text(self, name: str) -> str:
        """Return what stands in a line."""
        return str(value_of(self._fields[name]))

    def value(self, name: str) -> object:
        """Return what a field holds."""
        return value_of(self._fields[name])

    def values(self) -> dict[str, object]:
        """Return what every field holds."""
        return {name: value_of(field) for name, field in self._fields.items()}

    def stored(self, name: str) -> object:
        """Return what was stored in a field when it was last taken up."""
        return self._stored[name]

    def touched(self) -> set[str]:
        """Return the names of the fields that differ from what is stored."""
        return {name for name, field in self._fields.items() if self._differs(name, field)}

    def take(self, stored: Mapping[str, object]) -> dict[str, object]:
        """Take up what is stored now, and return what others wrote into fields one has touched."""
        theirs: dict[str, object] = {}
        touched = self.touched()
        for name, value in stored.items():
            field = self._fields.get(name)
            if field is None:
                continue
            changed = value != self._stored[name]
            self._stored[name] = value
            if name not in touched:
                put(field, value)
            elif changed and value_of(field) != value:
                theirs[name] = value
        return theirs

    def discard(self) -> None:
        """Put what is stored back into every field."""
        for name, field in self._fields.items():
            put(field, self._stored[name])

    def put(self, values: Mapping[str, object]) -> None:
        """Put values into fields as if somebody had typed them."""
        for name, value in values.items():
            if name in self._fields:
                put(self._fields[name], value)

    def state(self) -> dict[str, object]:
        """Return what was typed and not saved, for this section's next life."""
        return {name: value_of(self._fields[name]) for name in self.touched()}

    def _differs(self, name: str, field: QWidget) -> bool:
        return value_of(field) != self._stored[name]

    def _edited(self) -> None:
        self.edited.emit()


def value_of(field: QWidget) -> object:
    """Return what a field holds."""
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, Combo):
        return field.value()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, Valued):
        return field.value()
    raise TypeError(type(field).__name__)


def put(field: QWidget, value: object) -> None:
    """Put something into a field."""
    if value_of(field) == value:
        return
    if isinstance(field, QLineEdit):
        field.setText(str(value))
        if not field.hasFocus():
            # What is too long for its field is read from its beginning.
            field.setCursorPosition(0)
    elif isinstance(field, Combo):
        field.set_value(value)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, Valued):
        field.set_value(value)

"""A list people put in order: what stands first is asked, or offered, first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from desk.models.database import Write
from desk.ui.icons import Icon
from desk.ui.session import Session
from desk.ui.settings_page.list_section import ListSection
from desk.ui.settings_page.listing import Deed
from desk.words.catalogue import mark


class OrderedSection(ListSection):
    """Rows that are added, changed, moved and taken out.

    Who derives from it shows itself once more when it is built, says what adding, changing and
    taking out are, and writes the order.
    """

    def __init__(
        self,
        session: Session,
        title: str,
        note: str,
        add: str,
        take_out: str,
        shares: Sequence[int] = (),
    ) -> None:
        """Make a section.

        Args:
            session: what it works with.
            title: said above it and of its list.
            note: said below the title.
            add: the English message of adding one, marked.
            take_out: that of taking one out, marked.
            shares: of the width, those of its columns, where it has any.
        """
        deeds = (
            Deed("add", add, "Ctrl+N", Icon.ADD, self._add, always=True),
            Deed("edit", mark("Change"), "Return", Icon.EDIT, self._edit, headings=True),
            Deed("up", mark("Move up"), "Alt+Up", Icon.CHEVRON_UP, self._up, small=True),
            Deed("down", mark("Move down"), "Alt+Down", Icon.CHEVRON_DOWN, self._down, small=True),
            Deed("remove", take_out, "Delete", Icon.TRASH, self._remove),
        )
        super().__init__(session, title, note, title, deeds, shares)
        session.centre_changed.connect(self._show)

    def opened(self) -> None:
        """Show the rows as they are now."""
        self._show()

    def _show(self) -> None:
        """Show the rows as they are now."""
        raise NotImplementedError

    def _add(self, key: Hashable | None) -> None:
        """Ask for a new row; ``key`` is that of the chosen one."""
        raise NotImplementedError

    def _edit(self, key: Hashable | None) -> None:
        """Ask how a row changes."""
        raise NotImplementedError

    def _remove(self, key: Hashable | None) -> None:
        """Ask before a row is taken out."""
        raise NotImplementedError

    def _reorder(self, write: Write, ids: Sequence[int]) -> None:
        """Write the order."""
        raise NotImplementedError

    def _up(self, key: Hashable | None) -> None:
        self._move(key, -1)

    def _down(self, key: Hashable | None) -> None:
        self._move(key, 1)

    def _move(self, key: Hashable | None, by: int) -> None:
        """Move a row by one place; beyond the ends, or past a heading, nothing happens."""
        rows = self.listing.rows.rows
        at = self.listing.rows.place(key)
        to = -1 if at is None else at + by
        if at is None or not 0 <= to < len(rows) or rows[to].heading:
            return
        keys = [row.key for row in rows]
        keys[at], keys[to] = keys[to], keys[at]
        # The keys of headings are names.
        ids = [one for one in keys if isinstance(one, int)]

        def work(write: Write) -> None:
            self._reorder(write, ids)

        self.session.supervise(lambda actor: self.session.write(work, owner=self, actor=actor))

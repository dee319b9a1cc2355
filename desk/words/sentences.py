"""One sentence for each refusal: what happened, what was kept, what to do.

A code may have a second sentence in ``WITHOUT_FIELDS`` for where nothing is named, as when an
exception of the system was sorted (``desk.words.faults``). A code without any gets a general one.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from string import Formatter

from desk.codes import (
    Channel,
    Due,
    Family,
    HoldReason,
    Kind,
    Outcome,
    Relation,
    Role,
    RoomKind,
    State,
    Topic,
    Urgency,
)
from desk.refusals import Refusal
from desk.words import terms
from desk.words.catalogue import Words, mark

SENTENCES: dict[str, str] = {
    "article.answer_missing": mark(
        "An article needs an approved answer. What you typed is kept; write the answer and save "
        "again."
    ),
    "article.dates_reversed": mark(
        "Valid until is before valid from. What you typed is kept; correct one of the two dates."
    ),
    "article.exists": mark(
        "There already is an article “{question}”. What you typed is kept; edit that article, or "
        "add this to it as another phrasing."
    ),
    "article.gone": mark(
        "This article is no longer there. Nothing was changed; search for it again."
    ),
    "article.question_missing": mark(
        "An article needs a question. What you typed is kept; write the question and save again."
    ),
    "article.stale": mark(
        "Somebody else has changed this article meanwhile. Theirs is kept, and so is what you "
        "typed; read theirs, then save again."
    ),
    "backup.exists": mark(
        "There already is a file {file}. Nothing was written; choose another name."
    ),
    "backup.postgres": mark(
        "The data is in PostgreSQL, which has tools of its own. Nothing was done; use pg_dump and"
        " pg_restore."
    ),
    "calendar.day": mark("{value} is not a date. Write it as 2026-10-01. Nothing was changed."),
    "calendar.no_notice": mark(
        "No public holidays are known for {year}, so the plain week applies. Enter the holidays "
        "and make-up workdays in Settings."
    ),
    "calendar.shape": mark(
        "The calendar cannot be read: look at {field}. The old calendar stays in force."
    ),
    "calendar.time": mark(
        "{value} in {field} is not a time. Write it as 08:30, at most 24:00. Nothing was changed."
    ),
    "calendar.zone": mark(
        "{value} is no time zone. Write it as Asia/Shanghai. Nothing was changed."
    ),
    "call.not_returnable": mark(
        "This call cannot be taken back: it made or chased a ticket, or was taken back before. "
        "Nothing was changed; go on with the ticket instead."
    ),
    "command.incomplete": mark("{command} needs {what}. Nothing was done; see {command} --help."),
    "command.unclear": mark(
        "{command} cannot do this: {message}. Nothing was changed; see {command} --help."
    ),
    "command.unexpected": mark(
        "{command} does not know {words}. Nothing was done; see {command} --help."
    ),
    "command.unknown": mark("There is no command {word}. Nothing was done; see desk --help."),
    "command.value": mark(
        "{command} cannot use {value} for {option}. Nothing was done; see {command} --help."
    ),
    "command.value_missing": mark(
        "{command} needs a value after {option}. Nothing was done; see {command} --help."
    ),
    "community.exists": mark(
        "There already is a community {name}. What you typed is kept; choose another name."
    ),
    "community.name_missing": mark(
        "A community needs a name. What you typed is kept; write the name and save again."
    ),
    "community.stale": mark(
        "Somebody else has changed this community meanwhile. Theirs is kept, and so is what you "
        "typed; look again, then save."
    ),
    "database.busy": mark(
        "The database server has no room for this now. Nothing was changed; try again in a moment."
    ),
    "database.damaged": mark(
        "The database file {file} is damaged and was left as it is. Restore the last backup: desk"
        " restore FILE."
    ),
    "database.denied": mark(
        "The database server refused the sign-in. Nothing was changed; check the database's name,"
        " user and password in Settings."
    ),
    "database.foreign": mark(
        "{file} is a database, but not one of this program. It was left as it is; choose another "
        "file."
    ),
    "database.locked": mark(
        "Another program holds the database. Nothing was changed; try again in a moment."
    ),
    "database.missing": mark("There is no file {file}. Nothing was changed; choose another file."),
    "database.newer": mark(
        "A newer version of this program has written {file} ({migration}). Nothing was changed; "
        "install the newer version here too."
    ),
    "database.readonly": mark(
        "The database server may only be read now. This change was not saved, what you typed is "
        "kept; try again later or ask whoever looks after the server."
    ),
    "database.unopenable": mark(
        "The database file cannot be opened. Check that its folder is still there and that you "
        "may read it. What was saved before is safe."
    ),
    "database.unreachable": mark(
        "The database server does not answer. This change was not saved, what you typed is kept; "
        "check the network and try again."
    ),
    "disk.failing": mark(
        "The disk reports an error. This change was not saved. Copy the backups to another disk "
        "before you go on."
    ),
    "disk.full": mark(
        "The disk is full. This change was not saved, what was saved before is safe; free some "
        "space and try again."
    ),
    "drafts.no_slot": mark(
        "Too many windows are open on this data folder. Nothing was changed; close one of them."
    ),
    "drafts.unwritable": mark(
        "Drafts cannot be written to {folder}, so a call would be lost if the program stopped. "
        "Change the permissions or choose another folder."
    ),
    "due.case": mark(
        "Line {line} is not a case. Nothing was changed; it needs id, start, allowance_s, clock "
        "and holds."
    ),
    "due.file": mark(
        "{file} cannot be read as JSON in UTF-8. Nothing was changed; check the file."
    ),
    "export.format": mark(
        "{file} is neither a workbook nor a CSV file. Nothing was written; end the name in .xlsx "
        "or .csv."
    ),
    "folder.empty": mark(
        "There is no data in {folder} yet. Nothing was done; open the window there once, or name "
        "another folder with --data."
    ),
    "folder.network": mark(
        "{folder} is on a network share ({kind}), where the database could lose data. Nothing was"
        " changed; choose a folder on this computer, or a PostgreSQL server for several desks."
    ),
    "folder.not_a_folder": mark(
        "{folder} is a file, not a folder. Nothing was changed; choose a folder."
    ),
    "folder.readonly": mark(
        "This program may not write to {folder}. Nothing was changed; change the permissions or "
        "choose another folder."
    ),
    "folder.unusable": mark(
        "{folder} cannot be used as the data folder. Nothing was changed; choose another folder."
    ),
    "font.missing": mark(
        "The font {file} is missing or damaged. The window uses another one, nothing else is "
        "affected; install the program again."
    ),
    "journal.broken": mark(
        "The journal no longer verifies from entry {entry} on: something has changed it from "
        "outside. Nothing was changed now; compare with a backup."
    ),
    "paper.font_missing": mark(
        "The font {file} is missing or damaged, so nothing was printed. The data is safe; install"
        " the program again."
    ),
    "paper.nothing_to_print": mark("There is nothing to print. Choose a ticket first."),
    "phone.invalid": mark(
        "That is not a telephone number. What you typed is kept; write a mobile number of 11 "
        "digits, or a landline with its area code."
    ),
    "policy.allowance": mark(
        "{field} is not a length of time: it must be whole seconds, more than none. The old "
        "policy stays in force."
    ),
    "policy.shape": mark(
        "The clock policy cannot be read: look at {field}. The old policy stays in force."
    ),
    "program.fault": mark(
        "This is a mistake of the program itself. What was saved before is safe; please send the "
        "report below to whoever looks after the program."
    ),
    "resident.gone": mark("This resident is no longer there. Nothing was changed; search again."),
    "resident.name_missing": mark(
        "A resident needs a name. What you typed is kept; write the name and save again."
    ),
    "resident.stale": mark(
        "Somebody else has changed this resident meanwhile. Theirs is kept, and so is what you "
        "typed; look again, then save."
    ),
    "resource.missing": mark(
        "A part of the program is missing or damaged: {file}. Your data is safe; install the "
        "program again."
    ),
    "restore.in_use": mark(
        "A window is open on {folder}. Nothing was changed; close it and restore again."
    ),
    "room.exists": mark(
        "Room {room} is there already. What you typed is kept; open that room instead."
    ),
    "room.incomplete": mark("A room needs a number. What you typed is kept; write it as 3-2-1502."),
    "room.stale": mark(
        "Somebody else has changed this room meanwhile. Theirs is kept, and so is what you typed;"
        " look again, then save."
    ),
    "ticket.words_missing": mark(
        "A ticket needs a few words about what is the matter. What you chose is kept; write them "
        "and save again."
    ),
    "time.invalid": mark(
        "That is not a date or a time. Write it as 18:30, tomorrow 9:00, 11-23 14:00 or "
        "2026-11-23. Nothing was changed."
    ),
    "tour.out": mark(
        "The folder {folder} cannot be made or written. Nothing was played; name another one "
        "after --out."
    ),
    "tour.picture": mark(
        "The picture {file} could not be written. Those before it are kept; check the space and "
        "the rights of that folder."
    ),
    "tour.second": mark(
        "The pictures at 200 % could not be taken ({trouble}). The others are kept; run the tour "
        "again."
    ),
    "tour.shared": mark(
        "The data folder {folder} belongs to a shared PostgreSQL database, which the tour never "
        "touches. Nothing was played; name a folder with SQLite."
    ),
    "tour.stuck": mark(
        "The tour could not go on at {scene}. The pictures taken before are kept; run it again, "
        "and send them to us if it happens again."
    ),
}

WITHOUT_FIELDS: dict[str, str] = {
    "database.damaged": mark(
        "The database is damaged and was left as it is. Close the program and restore the last "
        "backup: desk restore FILE."
    ),
    "folder.readonly": mark(
        "This program may not write here. This change was not saved; change the permissions of "
        "the folder and try again."
    ),
}

GENERAL = mark("This cannot be done ({code}). Nothing was changed.")

_TERMS: dict[type[StrEnum], Callable[[Words, str], str]] = {
    Channel: terms.channel,
    Due: terms.due_clock,
    Family: terms.family,
    HoldReason: terms.hold_reason,
    Kind: terms.kind,
    Outcome: terms.outcome,
    Relation: terms.relation,
    Role: terms.role,
    RoomKind: terms.room_kind,
    State: terms.state,
    Topic: terms.topic,
    Urgency: terms.urgency,
}


def sentence(words: Words, refusal: Refusal) -> str:
    """Say a refusal in words; one whose sentence names what it does not carry is said generally."""
    fields = {name: _shown(words, value) for name, value in refusal.fields.items()}
    for table in (SENTENCES, WITHOUT_FIELDS):
        message = table.get(refusal.code)
        if message is not None and fields_of(message) <= fields.keys():
            return words.say(message).format(**fields)
    return words.say(GENERAL, code=refusal.code)


def fields_of(message: str) -> frozenset[str]:
    """Return the names of the fields that a message fills in."""
    return frozenset(name for _, name, _, _ in Formatter().parse(message) if name is not None)


def _shown(words: Words, value: object) -> object:
    """Name a code of the trade as people read it; anything else is shown as it is."""
    name = _TERMS.get(type(value)) if isinstance(value, StrEnum) else None
    return terms.within(words, name(words, str(value))) if name is not None else value

"""What is said when data, files, the command line or the program itself refuse."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "backup.exists": mark(
        "There already is a file {file}. Nothing was written; choose another name."
    ),
    "backup.postgres": mark(
        "The data is in PostgreSQL, which has tools of its own. Nothing was done; use pg_dump and "
        "pg_restore."
    ),
    "command.incomplete": mark("{command} needs {what}. Nothing was done; see {command} --help."),
    "command.line": mark(
        "Line {line} is not text in UTF-8. The lines before it have their tickets; it and the rest "
        "have none."
    ),
    "command.no_such_community": mark(
        "There is no community “{name}”. Nothing was done; there are: {names}."
    ),
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
    "command.which_community": mark(
        "The centre serves several communities. Nothing was done; say which one with "
        "--community: {names}."
    ),
    "database.busy": mark(
        "The database server has no room for this now. Nothing was changed; try again in a moment."
    ),
    "database.damaged": mark(
        "The database file {file} is damaged and was left as it is. Restore the last backup: desk "
        "restore FILE."
    ),
    "database.denied": mark(
        "The database server refused the sign-in. Nothing was changed; check the database's name, "
        "user and password in Settings."
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
        "The database file cannot be opened. Check that its folder is still there and that you may "
        "read it. What was saved before is safe."
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
    "export.book_format": mark(
        "{file} is not a workbook. Nothing was written; end the name in .xlsx."
    ),
    "export.format": mark(
        "{file} is neither a workbook nor a CSV file. Nothing was written; end the name in .xlsx "
        "or .csv."
    ),
    "file.unwritable": mark(
        "{file} cannot be written. Nothing was changed; check that its folder is there and may be "
        "written, or choose another place."
    ),
    "folder.empty": mark(
        "There is no data in {folder} yet. Nothing was done; open the window there once, or name "
        "another folder with --data."
    ),
    "folder.network": mark(
        "{folder} is on a network share ({kind}), where the database could lose data. Nothing was "
        "changed; choose a folder on this computer, or a PostgreSQL server for several desks."
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
    "program.fault": mark(
        "This is a mistake of the program itself. What was saved before is safe; please send the "
        "report below to whoever looks after the program."
    ),
    "resource.missing": mark(
        "A part of the program is missing or damaged: {file}. Your data is safe; install the "
        "program again."
    ),
    "restore.in_use": mark(
        "A window is open on {folder}. Nothing was changed; close it and restore again."
    ),
    "tour.out": mark(
        "The folder {folder} cannot be made or written. Nothing was played; name another one after "
        "--out."
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

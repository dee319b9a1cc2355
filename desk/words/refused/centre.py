"""What is said when something about the centre is refused: people, crews, calendar, clocks."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
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
    "category.exists": mark(
        "There already is a category {name} there. What you typed is kept; choose another name."
    ),
    "category.name_missing": mark(
        "A category needs a branch and a name. What you typed is kept; complete it and save again."
    ),
    "category.stale": mark(
        "Somebody else has changed this category meanwhile. Theirs is kept, and so is what you "
        "typed; look again, then save."
    ),
    "centre.name_missing": mark(
        "The centre needs a name. What you typed is kept; write the name and save again."
    ),
    "centre.not_begun": mark(
        "Nothing is set up here yet. Nothing was done; open the window once and answer its first "
        "questions."
    ),
    "crew.exists": mark(
        "There already is a crew {name}. What you typed is kept; choose another name."
    ),
    "crew.name_missing": mark(
        "A crew needs a name. What you typed is kept; write the name and save again."
    ),
    "crew.stale": mark(
        "Somebody else has changed this crew meanwhile. Theirs is kept, and so is what you typed; "
        "look again, then save."
    ),
    "first_day.done": mark(
        "This data already belongs to a centre. Nothing was changed; close this page and sign in."
    ),
    "first_day.no_supervisor": mark(
        "Somebody must be the supervisor. What you typed is kept; choose one."
    ),
    "policy.allowance": mark(
        "{field} is not a length of time: it must be whole seconds, more than none. The old policy "
        "stays in force."
    ),
    "policy.shape": mark(
        "The clock policy cannot be read: look at {field}. The old policy stays in force."
    ),
    "setting.stale": mark(
        "Somebody else has changed these settings meanwhile. Theirs are kept, and so is what you "
        "typed; look again, then save."
    ),
    "staff.initial_invalid": mark(
        "An initial is one to four letters or digits. What you typed is kept; correct it and save "
        "again."
    ),
    "staff.initial_taken": mark(
        "The initial {initial} is somebody else's. What you typed is kept; choose another."
    ),
    "staff.last_supervisor": mark(
        "Somebody must remain a supervisor. Nothing was changed; make somebody else one first."
    ),
    "staff.name_missing": mark(
        "A member of staff needs a name. What you typed is kept; write the name and save again."
    ),
    "staff.pin_invalid": mark("A PIN is 4 to 8 digits. Nothing was changed; choose another."),
    "staff.stale": mark(
        "Somebody else has changed this member of staff meanwhile. Theirs is kept, and so is what "
        "you typed; look again, then save."
    ),
    "staff.supervisor_needed": mark(
        "Only a supervisor may do this. Nothing was changed, what you typed is kept; ask a "
        "supervisor for the PIN."
    ),
    "staff.unknown_initial": mark(
        "Nobody signs in with this initial. Who is at the desk does not change; check the initial."
    ),
    "staff.wait": mark(
        "There were wrong tries. Who is at the desk does not change; try again in {seconds} s."
    ),
    "staff.wrong_pin": mark(
        "That PIN is wrong. Who is at the desk does not change; try again in {seconds} s."
    ),
    "technician.name_missing": mark(
        "A technician needs a name. What you typed is kept; write the name and save again."
    ),
    "technician.stale": mark(
        "Somebody else has changed this technician meanwhile. Theirs is kept, and so is what you "
        "typed; look again, then save."
    ),
}

"""What is said when something about calls, tickets, slips or reports is refused."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "call.not_returnable": mark(
        "This call cannot be taken back: it made or chased a ticket, or was taken back before. "
        "Nothing was changed; go on with the ticket instead."
    ),
    "paper.damaged": mark(
        "This page cannot be shown: the file is damaged or has no such page. No ticket was "
        "changed; make the page again."
    ),
    "paper.font_missing": mark(
        "The font {file} is missing or damaged, so nothing was printed. The data is safe; install "
        "the program again."
    ),
    "paper.nothing_to_print": mark("There is nothing to print. Choose a ticket first."),
    "print.failed": mark(
        "Printing on {printer} failed. The slip is not counted as printed; check paper and cable, "
        "choose another printer, or save it to a file."
    ),
    "print.no_printer": mark(
        "This computer has no printer, so the slip of {number} was not printed. The ticket is "
        "saved; open it and save the slip to a file."
    ),
    "print.refused": mark(
        "Printer {printer} did not take the slip. It is not counted as printed; check the printer, "
        "choose another one, or save the slip to a file."
    ),
    "print.slow": mark(
        "Printer {printer} does not answer. The slip is not counted as printed; look whether it "
        "comes out, choose another printer, or save it to a file."
    ),
    "print.unwritable": mark(
        "{file} cannot be written. Nothing was saved; choose another folder or another name."
    ),
    "report.date": mark("{value} is not a date. Nothing was written; write it as 2026-11-22."),
    "report.day_ahead": mark(
        "{day} has not begun yet. Nothing was made; choose today or a day before it."
    ),
    "report.format": mark(
        "{file} is neither a PDF nor a workbook. Nothing was written; end the name in .pdf or "
        ".xlsx."
    ),
    "report.handover_later": mark(
        "The shift handover is not part of this version yet. Nothing was written; use desk report "
        "day."
    ),
    "slip.format": mark("{file} is not a PDF. Nothing was written; end the name in .pdf."),
    "slip.several": mark(
        "{ticket} may be several tickets: {numbers}. Nothing was written; give the whole number."
    ),
    "slip.unknown": mark(
        "There is no ticket {ticket}. Nothing was written; give its number, or the last four "
        "digits of it."
    ),
    "ticket.appointment_order": mark(
        "An appointment needs a beginning and a later end. Nothing was changed; correct one of the "
        "two times."
    ),
    "ticket.look_again_past": mark(
        "{day} is not after today. The ticket is not on hold yet; choose a later day to look again."
    ),
    "ticket.merge_ended": mark(
        "Ticket {number} is over, so nothing can be merged into it. Nothing was changed; choose an "
        "open one."
    ),
    "ticket.merge_itself": mark(
        "Ticket {number} cannot be merged into itself. Nothing was changed; choose another."
    ),
    "ticket.nothing_to_take_back": mark(
        "Ticket {number} has no step that can be undone. Nothing was changed; go on with its next "
        "step."
    ),
    "ticket.reason_missing": mark(
        "Cancelling needs a reason. Ticket {number} is as it was; write why."
    ),
    "ticket.score": mark("A score is 1 to 5. Nothing was saved; choose one of them."),
    "ticket.stale": mark(
        "Somebody else has just changed ticket {number}. This step was not saved; look at the "
        "ticket again and repeat it."
    ),
    "ticket.step_not_allowed": mark(
        "Ticket {number} is {state} now, so this step is not possible. Nothing was changed; look "
        "at the ticket again."
    ),
    "ticket.technician_of_other_crew": mark(
        "This technician belongs to another crew. Nothing was changed; choose again for ticket "
        "{number}."
    ),
    "ticket.time_ahead": mark(
        "That time is still to come. Nothing was saved; write when it really happened."
    ),
    "ticket.time_before": mark(
        "That is before ticket {number} was received. Nothing was saved; check the time on the "
        "slip."
    ),
    "ticket.time_order": mark(
        "The times are not in order: accepted, arrived, finished. Nothing was saved; check the "
        "slip of ticket {number}."
    ),
    "ticket.unknown": mark(
        "There is no ticket {number}. Nothing was changed; search for it again."
    ),
    "ticket.words_missing": mark(
        "A ticket needs a few words about what is the matter. What you chose is kept; write them "
        "and save again."
    ),
    "time.invalid": mark(
        "That is not a date or a time. Write it as 18:30, tomorrow 9:00, 11-23 14:00 or "
        "2026-11-23. Nothing was changed."
    ),
}

"""What is said when something about rooms, residents or the library is refused."""

from __future__ import annotations

from desk.words.catalogue import mark

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
    "building.empty": mark(
        "No room would be made. What you typed is kept; check the units, and the rooms on a floor: "
        "1 to 99."
    ),
    "building.exists": mark(
        "Every room of building {building} is there already. What you typed is kept; check the "
        "building's number."
    ),
    "building.floors": mark(
        "The highest floor is below the lowest one. What you typed is kept; correct one of the two."
    ),
    "building.name_missing": mark(
        "A building needs a number. What you typed is kept; write it and save again."
    ),
    "building.too_large": mark(
        "A building has {most} rooms at most. What you typed is kept; check the floors and the "
        "rooms on each."
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
    "phone.invalid": mark(
        "That is not a telephone number. What you typed is kept; write a mobile number of 11 "
        "digits, or a landline with its area code."
    ),
    "resident.gone": mark("This resident is no longer there. Nothing was changed; search again."),
    "resident.name_missing": mark(
        "A resident needs a name. What you typed is kept; write the name and save again."
    ),
    "resident.stale": mark(
        "Somebody else has changed this resident meanwhile. Theirs is kept, and so is what you "
        "typed; look again, then save."
    ),
    "room.exists": mark(
        "Room {room} is there already. What you typed is kept; open that room instead."
    ),
    "room.incomplete": mark("A room needs a number. What you typed is kept; write it as 3-2-1502."),
    "room.stale": mark(
        "Somebody else has changed this room meanwhile. Theirs is kept, and so is what you typed; "
        "look again, then save."
    ),
}

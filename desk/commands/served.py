"""Which of the communities a centre serves a command is about."""

from __future__ import annotations

from desk.refusals import Refusal


def the_community(named: str | None) -> int:
    """Return the id of the community that is meant; nobody need name the only one.

    Raises:
        Refusal: ``centre.not_begun``, ``command.which_community`` or
            ``command.no_such_community``; nothing was done yet.
    """
    from desk.community import communities

    served = communities.active()
    if not served:
        raise Refusal("centre.not_begun")
    names = ", ".join(one.name for one in served)
    if named is None:
        if len(served) > 1:
            raise Refusal("command.which_community", names=names)
        return served[0].id
    for one in served:
        if one.name == named:
            return one.id
    raise Refusal("command.no_such_community", name=named, names=names)

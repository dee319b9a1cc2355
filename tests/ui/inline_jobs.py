"""The door to background work with nobody behind it."""

from __future__ import annotations

import shiboken6

from desk.ui.jobs import Jobs, Lane, owner_of


class InlineJobs(Jobs):
    """Work is done at once, in the caller's thread."""

    def run(self, work, done=None, failed=None, *, lane=Lane.DATABASE, key=None, owner=None):
        """Do the work now and call back before returning."""
        del lane, key
        who = owner_of(owner, done, failed)
        try:
            result = work()
        except Exception as trouble:
            if failed is None:
                raise
            call, answer = failed, trouble
        else:
            call, answer = done, result
        if call is not None and (who is None or shiboken6.isValid(who)):
            call(answer)

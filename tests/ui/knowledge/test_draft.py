"""What is being written in the library survives as plain values, those of old files too."""

from __future__ import annotations

from dataclasses import asdict

from desk.ui.knowledge.draft import NEW, Draft, Typed, beginning, from_state


def test_a_draft_comes_back_as_it_was_written_down():
    draft = beginning("几点开门", "门禁", 3)
    assert from_state(draft.state()) == draft


def test_a_draft_written_before_the_key_had_its_name_is_still_read():
    typed = Typed(question="几点开门", answer="早上六点。")
    old = {"article": 7, "seen": 2, "base": asdict(Typed()), "typed": asdict(typed)}
    assert from_state(old) == Draft(7, 2, Typed(), typed)


def test_what_is_typed_on_keeps_what_it_was_begun_upon():
    draft = beginning().retyped(Typed(question="几点关门"))
    assert (draft.article, draft.dirty) == (NEW, True)
    assert not draft.upon(4, Typed(question="几点关门")).dirty

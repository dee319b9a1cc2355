"""What a window calls its desk in the journal."""

from __future__ import annotations

import pytest

from desk import settings
from tests.ui.footing import Place


@pytest.fixture
def place(sqlite_store, look, words, tmp_path):
    made = Place(sqlite_store, look, words, tmp_path)
    yield made
    made.close()


def test_a_desk_without_a_name_acts_under_its_slot(place):
    place.session.name_desk("2")
    assert place.session.actor().desk == "2"


def test_the_slot_is_never_written_down_as_this_computers_name(place):
    place.session.name_desk("2")
    place.session.keep(sound=True)
    kept = settings.load(place.session.folder)
    assert kept.sound
    assert kept.desk == ""


def test_a_name_of_its_own_comes_first_and_gives_way_to_the_slot_again(place):
    place.session.name_desk("2")
    place.session.keep(desk="前台一")
    assert place.session.actor().desk == "前台一"
    place.session.keep(desk="")
    assert place.session.desk == "2"

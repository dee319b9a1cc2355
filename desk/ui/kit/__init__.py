"""The few widgets every page is made of, painted from the tokens of ``desk.ui.theme`` only.

Import each from its own module, so that the first picture loads no more than it shows.
"""

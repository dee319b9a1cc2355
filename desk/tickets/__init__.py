"""The life of a ticket: numbers, clocks, states, queue, dispatch, slips."""

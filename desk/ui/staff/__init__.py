"""Who is at the desk: signing in and out, asking for a supervisor, one's own PIN."""

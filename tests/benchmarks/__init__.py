"""The figures of the program; ``make bench`` prints them all.

What every benchmark needs before anything else is imported: no screen, and the drivers spared as
``desk`` itself does.
"""

import os

from desk.commands.window import spare_postgres

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
spare_postgres()

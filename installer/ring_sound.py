"""Makes ``resources/sounds/ring.wav``: two soft strokes of a bell, ours and free of any licence.

Run it to make the file anew; the file is committed, so nothing else needs it.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 16_000
OUT = Path(__file__).resolve().parent.parent / "resources" / "sounds" / "ring.wav"
#: When each stroke begins and its tone, in seconds and hertz: a falling fourth.
STROKES = ((0.0, 1046.5), (0.28, 784.0))
#: Overtones of a small bell: how many times the tone, and how loud.
BELL = ((1.0, 0.6), (2.0, 0.25), (3.01, 0.1), (4.2, 0.05))
LENGTH = 1.1
LOUDNESS = 0.55


def sample(at: float) -> float:
    """Return the sound between -1 and 1 at a time in seconds."""
    found = 0.0
    for begin, tone in STROKES:
        since = at - begin
        if since < 0:
            continue
        attack = min(1.0, since / 0.004)
        for times, loud in BELL:
            fades = math.exp(-since * (4.5 + times))
            found += attack * loud * fades * math.sin(2 * math.pi * tone * times * since)
    return found * min(1.0, (LENGTH - at) / 0.05)


def main() -> None:
    """Write the file."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    values = [round(sample(n / RATE) * LOUDNESS * 32_767) for n in range(round(LENGTH * RATE))]
    with wave.open(str(OUT), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main()

"""Invented handwriting, as signature_pad's toData() sends it."""

import json
import math

WIDTH, HEIGHT = 600, 220


def strokes(name):
    """A few waves a character, so that two names differ."""
    drawn, clock = [], 1_000
    for index, character in enumerate(name):
        points = []
        for step in range(24):
            x = 40 + index * 120 + step * 4
            y = 110 + 60 * math.sin(step / 3 + ord(character) % 7)
            points.append({"x": x, "y": y, "time": clock, "pressure": 0.3 + step / 60})
            clock += 16
        drawn.append({"penColor": "black", "points": points})
        clock += 180
    return json.dumps(drawn).encode()

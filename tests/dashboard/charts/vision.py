"""How far apart colours are, also for readers who do not see red or green."""

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

# Machado, Oliveira and Fernandes (2009), full severity, applied to linear RGB.
NORMAL: Vector = np.eye(3)
PROTANOPIA: Vector = np.array(
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]
)
DEUTERANOPIA: Vector = np.array(
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]
)
# Oklab (Ottosson 2020)
_TO_CONES: Vector = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB: Vector = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour: str) -> Vector:
    """Linear RGB of "#rrggbb"."""
    value = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    result: Vector = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return result


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG defines it."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    dark, light = sorted(float(linear(colour) @ weights) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """Perceived lightness, 0 to 100."""
    return float(_lab(linear(colour))[0]) * 100


def distance(one: str, other: str) -> float:
    """Least distance in Oklab, times 100, over normal vision, protanopia and deuteranopia."""
    return min(
        float(np.linalg.norm(_seen(one, vision) - _seen(other, vision))) * 100
        for vision in (NORMAL, PROTANOPIA, DEUTERANOPIA)
    )


def _seen(colour: str, vision: Vector) -> Vector:
    return _lab(np.clip(vision @ linear(colour), 0, 1))


def _lab(rgb: Vector) -> Vector:
    result: Vector = _TO_LAB @ np.cbrt(_TO_CONES @ rgb)
    return result

"""The keys of the tables of land change in words."""

from __future__ import annotations

from ..messages import sentence

NO_CLASS = "–"
EVERY_CLASS = sentence("all classes")
LEVELS = {
    "interval": sentence("interval"),
    "gain": sentence("gain of the class"),
    "loss": sentence("loss of the class"),
    "gain_from": sentence("gain of the class from the other"),
    "loss_to": sentence("loss of the class to the other"),
}
VERDICTS = {
    "fast": sentence("fast"),
    "slow": sentence("slow"),
    "active": sentence("active"),
    "dormant": sentence("dormant"),
    "targeted": sentence("targeted"),
    "avoided": sentence("avoided"),
    "uniform": sentence("as the uniform one"),
}

"""Editions of equivalents, written by the step as they ship."""

import pytest

from carbon_plugin.core.services.equivalents import equivalent_rows


@pytest.mark.parametrize(("number", "edition"), list(enumerate(["xie2008", "xie2015", "xie2003"])))
def test_every_edition(run, number, edition):
    outcome = run("exportequivalents", EDITION=number, OUTPUT="TEMPORARY_OUTPUT")
    assert outcome.frame("OUTPUT").to_dict("records") == equivalent_rows(edition)
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("equivalent")) == "Equivalent"

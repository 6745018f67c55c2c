"""What a driver says is cut to its end."""


def test_a_long_story_is_cut_to_its_end(plugin):
    from carbon_zoning.carbon_plugin.bridge.output import brief

    assert brief("disk full") == "disk full"
    story = brief("CREATE TABLE " + "x REAL, " * 100 + "failed: attempt to write a readonly database")
    assert story.startswith("… ") and story.endswith("failed: attempt to write a readonly database")
    assert len(story) < 130

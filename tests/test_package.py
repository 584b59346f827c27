from importlib import metadata

import accord


def test_version() -> None:
    """The package says the version it was installed as."""
    assert accord.__version__ == metadata.version("accord")

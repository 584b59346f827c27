"""What every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# A check must give the same answer twice: the examples are the same in every run and no example is held to a time.
# HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("check", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated texts beside the repository; a test that asks for it is skipped where it does not exist."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared here")
    return folder

"""Settings that hold for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No test is timed: a slow machine is not a failure.
settings.register_profile(
    "sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("sayso")

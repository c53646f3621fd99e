"""Twenty-five random histories of many laptops in every run, ten thousand by `make test-offline`.

The ten thousand are four tests of 2,500, so that two processes share them.
"""

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.soak import Village

HEALTH = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def county(shelf):
    return type("County", (Village,), {"shelf": shelf, "lived": []})


@pytest.fixture
def village(sqlite_shelf):
    return county(sqlite_shelf)


def soak(village, examples):
    how = settings(
        max_examples=examples, stateful_step_count=14, deadline=None, suppress_health_check=HEALTH,
        phases=[Phase.explicit, Phase.generate, Phase.shrink], database=None,
    )  # fmt: skip
    run_state_machine_as_test(village, settings=how)
    return village.lived


def test_多台电脑乱序_断线_还原备份_一条不少_一条不重(village):
    lived = soak(village, 25)
    assert len(lived) >= 25  # each ended by looking that nothing was lost or doubled
    assert sum(lived) > 25  # and they wrote something to lose


@pytest.mark.offline
@pytest.mark.parametrize("quarter", range(4))
def test_一万种经历(village, quarter):
    lived = soak(seed(quarter)(village), 2_500)
    assert len(lived) >= 2_500
    assert sum(lived) > 2_500


@pytest.mark.offline
def test_在PostgreSQL上也一样(postgresql_shelf):
    lived = soak(county(postgresql_shelf), 200)
    assert len(lived) >= 200
    assert sum(lived) > 200

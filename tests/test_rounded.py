import numpy as np
import pytest
import torch

from index.network import Network
from index.rounded import Product, RoundedNetwork
from tests.networks import TOKENS, small_network
from training.columns import largest_columns

NONE = torch.empty(0, dtype=torch.int32)


@pytest.fixture
def network() -> Network:
    return small_network()


def cosine(network: Network, columns: dict[str, torch.Tensor]) -> float:
    rounded = RoundedNetwork(network, columns)
    return float((rounded.rows(TOKENS[:1]) * network.rows(TOKENS[:1])).sum())


def test_whole_numbers_that_fit_are_multiplied_exactly() -> None:
    weight = torch.tensor([[127.0, -3.0, 5.0], [1.0, 127.0, -127.0]])
    states = torch.tensor([[127.0, 0.0, 3.0], [2.0, 90.0, 11.0]])
    product = Product(weight, torch.tensor([0.5, -1.0]), NONE)(states)
    assert product.tolist() == [
        [127 * 127 + 15 + 0.5, 127 - 381 - 1],
        [254 - 270 + 55 + 0.5, 2 + 11430 - 1397 - 1],
    ]


def test_columns_that_stand_apart_are_not_rounded() -> None:
    weight, bias = torch.tensor([[0.123, 127.0, 4.0]]), torch.zeros(1)
    states = torch.tensor([[1000.7, 127.0, 1.0]])
    apart = Product(weight, bias, torch.tensor([0]))(states).item()
    assert apart == pytest.approx(1000.7 * 0.123 + 127 * 127 + 4, abs=1e-2)
    together = Product(weight, bias, NONE)(states).item()
    assert abs(together - apart) > 100


def test_rounded_rows_are_nearly_the_exact_ones(network: Network) -> None:
    assert cosine(network, largest_columns(network, TOKENS)) > 0.999


def test_rows_have_unit_length(network: Network) -> None:
    rows = RoundedNetwork(network, largest_columns(network, TOKENS)).rows(TOKENS[:1])
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_what_goes_in_is_changed_only_where_it_is_spent() -> None:
    weight, columns = torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([1])
    kept, spent = torch.tensor([[4.0, 500.0, 6.0]]), torch.tensor([[4.0, 500.0, 6.0]])
    product = Product(weight, torch.zeros(1), columns)(kept)
    assert torch.equal(Product(weight, torch.zeros(1), columns, spends=True)(spent), product)
    assert kept.tolist() == [[4.0, 500.0, 6.0]]
    assert spent.tolist() == [[4.0, 0.0, 6.0]]

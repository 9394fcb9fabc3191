"""The mean of several networks (tools/train_encoder.py)."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import train_encoder

from kawat.reading.coder import encoder

WORDS = ["<pad>", "<unk>", "word"]


def test_the_mean_of_networks_has_the_mean_of_each_weight(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    big = [
        random.normal(size=(80, 80)).astype(np.float32) for _ in range(2)
    ]  # stored in whole numbers, by rows
    small = [random.normal(size=4).astype(np.float32) for _ in range(2)]
    for n in range(2):
        train_encoder.store({"tok.weight": big[n], "n0.bias": small[n]}, WORDS, tmp_path / f"{n}.npz")
    train_encoder.average([tmp_path / "0.npz", tmp_path / "1.npz"], tmp_path / "mean.npz")
    with np.load(tmp_path / "mean.npz", allow_pickle=False) as mean:
        full = mean["tok.weight"].astype(np.float32) * mean["tok.weight|scale"].astype(np.float32)[:, None]
        assert np.abs(full - (big[0] + big[1]) / 2).max() < 0.05
        assert np.abs(mean["n0.bias"] - (small[0] + small[1]) / 2).max() < 0.01
        assert bytes(mean["vocabulary"]).decode().split("\n") == WORDS


def test_networks_of_other_vocabularies_have_no_mean(tmp_path: Path) -> None:
    for n, words in enumerate((WORDS, [*WORDS, "more"])):
        train_encoder.store({"n0.bias": np.zeros(4, np.float32)}, words, tmp_path / f"{n}.npz")
    with pytest.raises(ValueError, match="of one pretraining"):
        train_encoder.average([tmp_path / "0.npz", tmp_path / "1.npz"], tmp_path / "mean.npz")


def test_the_network_that_ships_can_be_stored_again_without_change(tmp_path: Path) -> None:
    raw = Path(encoder.__file__).with_name("encoder.npz")
    train_encoder.average([raw, raw], tmp_path / "again.npz")
    old, new = encoder.load(raw.read_bytes()), encoder.load((tmp_path / "again.npz").read_bytes())
    assert old.w.keys() == new.w.keys()
    assert max(float(np.abs(old.w[name] - new.w[name]).max()) for name in old.w) < 1e-3

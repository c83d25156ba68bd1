"""What measures Sayso: public sets, peers, and the cost of running it. `python -m benchmarks`."""

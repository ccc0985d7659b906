"""Speed, as ratios within one run: pages against a floor page, on the embedded default."""

"""What a short script does instead: reads one figures.csv, and prints the figures on which its sources disagree."""
import sys

import pandas

figures = pandas.read_csv(sys.argv[1], dtype=str)
claims = figures.groupby(["area", "measure", "period_start", "period_end"])["as_printed"].unique()
for cell, printed in claims[claims.str.len() > 1].items():
    print(*cell, " | ".join(printed))

"""Fuzzing: every format's entry is given damaged files, for as long as one likes.

    python -m benchmarks.fuzzing --minutes 60 [--only pdf,docx] [--seed N] [--keep FOLDER]

Each format takes its turn, a CPU minute at a time, in a process of its own with a bound on
memory and on the time of a case. Sound files (`seeds.py`) are damaged with an eye to what they
are made of (`changes.py`), read, and what comes out is checked (`cases.py`). Where `atheris`
(https://github.com/google/atheris) can be imported, its coverage guides which damage is kept
and damaged further. It is not among Sayso's dependencies: `pip install atheris`. Linux only, as
the bounds are the system's.

Minutes are CPU minutes of the fuzzing processes, once their imports are done. The tallies
stand in the `--keep` folder and are added to: killed or done, another run goes on from there.
So do the findings, each as the file that was read and a note of what came of it.
"""

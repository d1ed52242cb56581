"""GL501 aggregate-wrong (error): gets the count, share, base or average of grades wrong, or mixes scales in one figure

A share, a number or a total of grades that the counts in the same paper do not bear out: "more than 80% are good or
better" where 53 of 80 are. The counts may stand in a sentence, a list or a table (a row a grade, or a row a
school). Also flagged: a share of those "good or satisfactory" passed on as a share of the good, an average of
grades given as a result, and one figure over two scales that cannot be compared.

Write instead: the number and what it is of, for each scale by itself.

Not flagged: shares that are rounded, or rightly qualified ("more than", "nearly"); a share of pupils beside a count of
schools; figures of another year or place; targets; figures with nothing in the paper to hold them against.

```flagged
authority: Harrowmere Borough Council
date: 2014-02-11

Ofsted has inspected 62 of our primary schools. Eight are outstanding, 35 are good, 16 require improvement and three
are inadequate. In short, [[four in every five of them are good or better]].
```

```flagged
authority: Harrowmere Borough Council
date: 2018-06-05

| Ofsted grade | Schools |
|---|---|
| Outstanding | 12 |
| Good | 40 |
| Requires improvement | 10 |
| Inadequate | 2 |

[[Over 90% of schools are good or outstanding]].
```

```flagged
authority: Harrowmere Borough Council
date: 2011-12-06

Across the 22 judgements we scored 3 outstanding, 9 good and 10 adequate, which [[averages out at good]].
```

```clean
authority: Harrowmere Borough Council
date: 2014-02-11

Ofsted has inspected 62 of our primary schools. Eight are outstanding, 35 are good, 16 require improvement and three
are inadequate. In short, about seven in every ten of them are good or better. Nationally four in five are. Our aim
is that 90% should be good or better by 2016.
```

```clean
authority: Harrowmere Borough Council
date: 2018-06-05

| Ofsted grade | Schools |
|---|---|
| Outstanding | 12 |
| Good | 40 |
| Requires improvement | 10 |
| Inadequate | 2 |

Over 80% of schools are good or outstanding. Because they are the larger ones, 91% of pupils attend one of them.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Finding
from gradelint.model.reading import Reading
from gradelint.model.reckoning import miscounts, mistotalled, narrowed
from gradelint.model.summing_up import average_given, drawn_too_far, miscounted, mixed_figure, total_off


def aggregate_wrong(reading: Reading) -> Iterator[Finding]:
    """Figures that the paper's own counts contradict, or that no count could bear out."""
    for miscount in miscounts(reading):
        yield miscounted(reading, miscount)
    for tally, made in mistotalled(reading):
        yield total_off(reading, tally, made)
    for each in narrowed(reading):
        yield drawn_too_far(reading, each)
    for average in reading.averages:
        if average.stance.put_forward:
            yield average_given(reading, average)
    for figure in reading.figures:
        mixes = figure.mixed is not None or (figure.adding and len(figure.inspectorates) > 1)
        if mixes and figure.stance.put_forward:
            yield mixed_figure(reading, figure)

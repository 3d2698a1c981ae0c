"""What stands behind time axes: eras."""

from dashboard import options
from dashboard.charts.parts import Span


def era_spans() -> tuple[Span, ...]:
    """The eras in years, each up to the beginning of the next."""
    last = options.last_year() + 1
    eras = options.eras()
    ends = [*(era.start for era in eras[1:]), last]
    return tuple(Span(era.start, end, era.title) for era, end in zip(eras, ends, strict=True))

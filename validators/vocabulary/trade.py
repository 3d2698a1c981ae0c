"""Vocabularies of trade and refined petroleum."""

from validators.vocabulary.base import Term


class Flow(Term):
    """Direction of trade, always seen from the DPRK."""

    EXPORT = "export", "Exports", "DPRK exports to the partner."
    IMPORT = "import", "Imports", "DPRK imports from the partner."
    TOTAL = "total", "Total trade", "Exports plus imports, where only turnover was published."


class TradeBasis(Term):
    """How a trade value came about."""

    REPORTED = "reported", "Reported", "The partner's own customs figure."
    MIRROR = "mirror", "Mirror statistics", "Built from the statistics of partner countries."
    ESTIMATE = "estimate", "Estimate", "Computed or judged; the note gives the arithmetic."


class PeriodType(Term):
    """What span of time a petroleum row covers."""

    MONTH = "month", "Month", "One month."
    RANGE = "range", "Range of months", "Several months together; never added to months or years."
    YEAR = "year", "Year", "A calendar year; never added to months."


class PetroleumMeasure(Term):
    """What a petroleum figure is."""

    REPORTED = "reported", "Reported", "Notified to the UN 1718 Committee by the supplier."
    DERIVED = "derived", "Derived", "Difference of two notified figures; the note gives it."
    ALLEGATION = "allegation", "Allegation", "Stated by other states; not notified."
    CAP = "cap", "UN limit", "Yearly limit set by the Security Council."


class PetroleumSupplier(Term):
    """Who supplied, or which limit it is."""

    RUS = "RUS", "Russia", "Supplies from Russia."
    CHN = "CHN", "China", "Supplies from China."
    ALL = "ALL", "All suppliers", "All suppliers together."
    UN_CAP = "UN-CAP", "UN limit, refined products", "Resolution 2397 (2017): refined products."
    UN_CAP_CRUDE = "UN-CAP-CRUDE", "UN limit, crude oil", "Resolution 2397 (2017): crude oil."

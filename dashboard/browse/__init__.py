"""Any table of the record, row by row: which rows, in which order, and what a reader sees of them.

:mod:`~dashboard.browse.labels` has the words for codes, :mod:`~dashboard.browse.columns` what a
column can be filtered by, :mod:`~dashboard.browse.conditions` one filter of a column,
:mod:`~dashboard.browse.param` how table, filters and order stand in the address, and
:mod:`~dashboard.browse.rows` the rows that are left. Their HTML is made in
:mod:`dashboard.markup.rows`. All of it is pure.
"""

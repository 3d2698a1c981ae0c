"""What is said in words: names, dates, amounts, terms and caveats.

Every other package may use it; it uses none of them.
"""

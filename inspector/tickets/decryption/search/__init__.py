"""Searches: bounded trials that find what was lost, each with the proof of what then opens.

What a search supposes is small enough to try every case of it (`slips`, `alignment`,
`data_slips`), or is decided piece by piece (`gap_beam`). What counts as found is always told by
what decrypts (`proof`, `first_block`), and the more cases are tried, the more evidence is
asked. `unlocking` calls them in order of cost.
"""

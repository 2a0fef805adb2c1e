"""How fast Chuchu is, and against what; run by ``make bench``, never by the tests."""

# The types of finding.py for Cython; without a compiler nobody reads them.

cdef class Findings:
    cdef dict _by_place
    cdef readonly object best
    cdef readonly double odds
    cdef public Py_ssize_t slips

    cpdef take(self, at, double log_odds, matches)

    cpdef bint reach(self, double log_odds) except -1

    cpdef list all(self)

# The types of desk.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.scoring.facing cimport Facing
from afgraph.matching.scoring.pairing cimport Pairing
from afgraph.matching.scoring.profile cimport Profile
from afgraph.matching.scoring.tally cimport Tally

@cython.final
cdef class Desk:
    cdef Facing facing
    cdef Pairing pairing
    cdef Tally tally
    cdef int[::1] here
    cdef list query
    cdef double telling

    cdef Profile word(self, int side, Py_ssize_t at)

    cdef bint behind_abu(self, int side, Py_ssize_t at) except -1

    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t son(self, int side, Py_ssize_t count) except -2

    @cython.locals(step=Py_ssize_t, at=Py_ssize_t, weight=double)
    cdef Py_ssize_t tells(self, int side, Py_ssize_t count, int last) noexcept

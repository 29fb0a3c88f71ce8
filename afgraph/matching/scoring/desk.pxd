# The types of desk.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.scoring.facing cimport Facing
from afgraph.matching.scoring.pairing cimport Pairing
from afgraph.matching.scoring.profile cimport Profile
from afgraph.matching.scoring.tally cimport Tally

cdef Py_ssize_t _MOST_WORDS

@cython.final
cdef class Desk:
    cdef Facing facing
    cdef Pairing pairing
    cdef Tally tally
    cdef int[::1] here
    cdef list query
    cdef dict borne
    cdef double telling

    cdef Profile word(self, int side, Py_ssize_t at)

    cdef bint behind_abu(self, int side, Py_ssize_t at) except -1

    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t son(self, int side, Py_ssize_t count) except -2

    @cython.locals(step=Py_ssize_t, at=Py_ssize_t, weight=double)
    cdef Py_ssize_t tells(self, int side, Py_ssize_t count, int last) noexcept

    @cython.locals(i=Py_ssize_t)
    cdef list elsewhere(
        self, Py_ssize_t lefts, others, const unsigned int[::1] starts, const unsigned int[::1] named
    )

    cdef bint _bears(
        self, Py_ssize_t i, others, const unsigned int[::1] starts, const unsigned int[::1] named
    ) except -1

    @cython.locals(at=Py_ssize_t, place=Py_ssize_t)
    cdef bint _stands(
        self, Py_ssize_t i, others, const unsigned int[::1] starts, const unsigned int[::1] named
    ) except -1

    cdef end(self)

# The types of facing.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.words.distance cimport Room, Tables
from afgraph.matching.words.readings cimport Readings
from afgraph.matching.words.edits cimport Edits
from afgraph.matching.words.likes cimport Likes
from afgraph.matching.scoring.profile cimport Links, Profile

cdef int _NOTHING, _AT_LEAST, _KNOWN
cdef double _ROUNDED, _SLIP
cdef Py_ssize_t _MOST_SLIPS

@cython.final
cdef class Joined:
    cdef double plain, cost, most

@cython.final
cdef class Facing:
    cdef object listed
    cdef list profiles
    cdef const double[::1] weights
    cdef Readings heard
    cdef Tables tables
    cdef Edits edits
    cdef double unlike, swapped, spelled, same
    cdef int is_together, is_apart
    cdef bint slips
    cdef const unsigned char[::1] ends
    cdef Room room
    cdef int[::1] column_of
    cdef list mine
    cdef list others
    cdef Py_ssize_t count, lefts, columns, cells
    cdef double[::1] left_weight, left_own
    cdef int[::1] left_length
    cdef double[::1] right_weight, right_own
    cdef int[::1] numbers, right_length
    cdef int[::1] known, looked, listed_as
    cdef double[::1] cost, head, ending, sounding, written, misspelt

    @cython.locals(most=Py_ssize_t, at=Py_ssize_t, place=Py_ssize_t)
    cdef _take_columns(self, list places, const unsigned int[::1] starts, const unsigned int[::1] named)

    @cython.locals(lefts=Py_ssize_t, i=Py_ssize_t, links=Links, profile=Profile, cell=Py_ssize_t)
    cdef begin(
        self, list query, list places, const unsigned int[::1] starts, const unsigned int[::1] named, bint slips
    )

    @cython.locals(column=Py_ssize_t)
    cdef end(self)

    @cython.locals(found=object)
    cdef Profile profile(self, Py_ssize_t number)

    @cython.locals(profile=Profile, at=Py_ssize_t)
    cdef _add(self, Py_ssize_t number)

    @cython.locals(likes=Likes, at=Py_ssize_t, column=Py_ssize_t)
    cdef _fill(self, Links links, Py_ssize_t row)

    @cython.locals(cell=Py_ssize_t, one=Profile, other=Profile, bound=double, cost=double)
    cdef bint find(self, Py_ssize_t i, Py_ssize_t column, double least) except -1

    cdef bint spells(self, Py_ssize_t i, Py_ssize_t number) except -1

    @cython.locals(root=double, most=double)
    cdef double _cost(self, Profile one, Profile other, double bound, bint slips) except? -1e99

    @cython.locals(longest=double, slips=Py_ssize_t)
    cdef double _slipped(self, Profile one, Profile other, double bound) except? -1e99

    @cython.locals(found=Joined, one=Profile, two=Profile, word=Profile, plain=double, cost=double)
    cdef Joined joined(self, dict known, tuple words, double least)

    @cython.locals(
        mine=Readings, theirs=Readings, first=Py_ssize_t, second=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t, total=double,
        root=double,
    )
    cdef bint _apart(self, Profile one, Profile word, double least) noexcept

    @cython.locals(cell=Py_ssize_t)
    cdef Py_ssize_t look(self, Py_ssize_t i, Py_ssize_t column) except -1

    @cython.locals(alike=bint, one_script=bint, same=bint, longest=Py_ssize_t)
    cdef _look(self, Py_ssize_t cell, Profile one, Profile other)

    @cython.locals(least=double, share=double, mine=str, theirs=str)
    cdef double _sounding(self, Profile one, Profile other) except? -1e99

    @cython.locals(
        mine=Readings, theirs=Readings, best=double, found=bint, i=Py_ssize_t, j=Py_ssize_t, kind=Py_ssize_t,
        cost=double,
    )
    cdef double _head(self, Profile one, Profile other) noexcept

    @cython.locals(mine=Readings, theirs=Readings, i=Py_ssize_t, j=Py_ssize_t, end=int)
    cdef double _ending(self, Profile one, Profile other) noexcept

    cdef _make_rows(self, Py_ssize_t lefts)

    cdef _make_columns(self, Py_ssize_t most)

    cdef _make_cells(self, Py_ssize_t most)

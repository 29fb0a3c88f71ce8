# The types of profile.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.distance cimport Readings

@cython.final
cdef class Profile:
    cdef readonly object word
    cdef str key
    cdef str script
    cdef bint latin
    cdef bint abjad
    cdef bint initial
    cdef bint readable
    cdef bint son
    cdef bint father
    cdef Py_ssize_t length
    cdef double own
    cdef frozenset names
    cdef frozenset meanings
    cdef frozenset heads
    cdef const unsigned char[::1] firsts
    cdef const unsigned char[::1] lacking
    cdef const unsigned char[::1] ends
    cdef tuple spoken
    cdef Readings heard

    @cython.locals(found=Readings)
    cdef Readings readings(self)

    cdef bint may_join(self, Profile second, Profile word)

    @cython.locals(one=str, other=str, size=Py_ssize_t, at=Py_ssize_t)
    cdef bint swapped(self, Profile word)

@cython.final
cdef class Linked:
    cdef double cost
    cdef double plain
    cdef int listed
    cdef double head
    cdef double ending
    cdef double heard
    cdef double written
    cdef double misspelt

@cython.final
cdef class Links:
    cdef Profile mine
    cdef double weight
    cdef dict costs
    cdef dict known
    cdef dict joined

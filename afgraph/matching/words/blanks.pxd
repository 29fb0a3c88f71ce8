# The types of blanks.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport KeyTable, hashed

cdef str _SKELETON, _KEY
cdef Py_ssize_t _SHORTEST, _LONGEST_CUT

@cython.final
cdef class Blanks:
    cdef object words
    cdef KeyTable keys

    @cython.locals(left=str, right=str)
    cpdef bint may_join(self, one, other) except -1

    @cython.locals(number=Py_ssize_t)
    cpdef list keyed(self, str key)

    @cython.locals(found=list, plain=bint, size=Py_ssize_t, at=Py_ssize_t, left=str, right=str, length=Py_ssize_t)
    cpdef list cut(self, str letters, Py_ssize_t whole=*)

    @cython.locals(key=str)
    cdef bint _listed(self, str part, bint plain) except -1

cdef str _inner(str skeleton, str before)

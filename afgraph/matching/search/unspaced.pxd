# The types of unspaced.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport Keys, KeyTable

cdef str _WHOLE, _LESS
cdef Py_ssize_t _MOST_KEYS, _SHORTEST, _LONG, _MOST_FOUND

@cython.final
cdef class Unspaced:
    cdef KeyTable _table

    cpdef list of(self, words)

    cpdef list alike(self, words)

    @cython.locals(table=KeyTable, found=list, key=Py_ssize_t, at=Py_ssize_t, before=Py_ssize_t, place=Py_ssize_t)
    cdef list _under(self, Keys keys)

@cython.locals(at=Py_ssize_t, before=Py_ssize_t, behind=Py_ssize_t, more=Py_ssize_t)
cpdef bint same_blanks(tuple one, tuple other) except -1

@cython.locals(found=Py_ssize_t, each=str)
cdef Py_ssize_t _length(frozenset skeletons) except -1

@cython.locals(found=Keys, key=str)
cdef Keys _near(words, bint whole)

@cython.locals(found=Keys, key=str)
cdef Keys _nearly(words)

@cython.locals(read=list, found=list, key=str)
cdef list _keys(words)

@cython.locals(kept=list, last=str, part=str, inside=bint, consonant=str)
cdef str _whole(tuple parts)

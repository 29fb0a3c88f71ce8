# The types of unspaced.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport Keys, KeyTable, coded

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

@cython.final
cdef class _Read:
    cdef list read
    cdef Py_ssize_t ways
    cdef unsigned int[::1] room

    @cython.locals(
        room="unsigned int[::1]", size=Py_ssize_t, last="unsigned int", rest=Py_ssize_t, places=list, at=Py_ssize_t,
        inside=bint, part=str, consonant=Py_UCS4,
    )
    cdef Py_ssize_t write(self, Py_ssize_t way) except -1

    @cython.locals(key="unsigned long long")
    cdef bint add(self, Keys found, str kind, Py_ssize_t size) except -1

    @cython.locals(at=Py_ssize_t)
    cdef add_shortened(self, Keys found, str kind, Py_ssize_t size)

@cython.locals(found=Keys, read=_Read, way=Py_ssize_t, size=Py_ssize_t)
cdef Keys _near(words, bint whole)

@cython.locals(found=Keys, read=_Read, way=Py_ssize_t, size=Py_ssize_t)
cdef Keys _nearly(words)

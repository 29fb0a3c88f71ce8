# The types of unspaced.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport Keys, KeyTable, coded
from afgraph.matching.words.tokens cimport Token

cdef str _WHOLE, _LESS
cdef Py_ssize_t _MOST_KEYS, _SHORTEST, _LONG, _MOST_FOUND

cdef class _Read

@cython.final
cdef class Unspaced:
    cdef KeyTable _table
    cdef list spare

    @cython.locals(read=_Read)
    cpdef list of(self, words)

    @cython.locals(read=_Read)
    cpdef list alike(self, words)

    @cython.locals(table=KeyTable, found=list, key=Py_ssize_t, at=Py_ssize_t, before=Py_ssize_t, place=Py_ssize_t)
    cdef list _under(self, Keys keys)

@cython.locals(at=Py_ssize_t, before=Py_ssize_t, behind=Py_ssize_t, more=Py_ssize_t)
cpdef bint same_blanks(tuple one, tuple other) except -1

@cython.locals(found=Py_ssize_t, each=str)
cdef Py_ssize_t _length(frozenset skeletons) except -1

@cython.locals(found=list, known=list, word=Token)
cdef list _skeletons(words)

@cython.final
cdef class _Read:
    cdef list read
    cdef Py_ssize_t ways
    cdef unsigned int[::1] room
    cdef Py_ssize_t size
    cdef Keys keys

    @cython.locals(each=list, skeleton=str, longest=Py_ssize_t, most=Py_ssize_t, total=Py_ssize_t)
    cdef Keys begin(self, words)

    @cython.locals(
        room="unsigned int[::1]", size=Py_ssize_t, last="unsigned int", rest=Py_ssize_t, places=list, at=Py_ssize_t,
        inside=bint, part=str, consonant=Py_UCS4,
    )
    cdef Py_ssize_t write(self, Py_ssize_t way) except -1

    @cython.locals(key="unsigned long long")
    cdef bint add(self, Keys found, str kind, Py_ssize_t size) except -1

    @cython.locals(at=Py_ssize_t)
    cdef add_shortened(self, Keys found, str kind, Py_ssize_t size)

@cython.locals(found=Keys, way=Py_ssize_t, size=Py_ssize_t)
cdef Keys _near(words, bint whole, _Read read)

@cython.locals(found=Keys, way=Py_ssize_t, size=Py_ssize_t)
cdef Keys _nearly(words, _Read read)

# The types of grams.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport KeyTable, hashed
from afgraph.matching.arrays.postings cimport Postings

cdef Py_ssize_t _MOST, _MOST_READ

@cython.final
cdef class Grams:
    cdef KeyTable table
    cdef Postings words
    cdef dict groups

    @cython.locals(slots=list, slot=Py_ssize_t, key="unsigned long long")
    cpdef list near(self, word)

    @cython.locals(found=list)
    cdef list _group(self, Py_ssize_t slot)

@cython.locals(found=set)
cpdef set gram_keys(word)

@cython.locals(at=Py_ssize_t)
cdef _add(set found, str padded)

# The types of word_keys.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport Keys, hashed

cdef str _LESS_SKELETON, _LESS_KEY
cdef Py_ssize_t _SHORTEST_SKELETON, _SHORTEST_KEY, _LONG_SKELETON, _LONG_KEY

@cython.locals(found=Keys)
cpdef Keys same_keys(word)

@cython.locals(found=Keys)
cpdef Keys skeleton_keys(word)

@cython.locals(found=Keys, form=str, key=str)
cpdef Keys near_keys(word)

@cython.locals(found=Keys, key=str)
cpdef Keys letter_keys(word)

# The types of tokens.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Token:
    cdef public str word
    cdef public str lang
    cdef public bint inner
    cdef public Py_ssize_t number
    cdef public str key
    cdef public str script
    cdef public bint abjad
    cdef public frozenset skeletons
    cdef public tuple spoken
    cdef public frozenset names
    cdef public frozenset meanings
    cdef public bint initial
    cdef public double weight
    cdef public tuple ways
    cdef public Py_ssize_t length
    cdef tuple _sounds
    cdef object _heard
    cdef frozenset _heads

cdef Token _token(str word, bint inner)

cdef Py_ssize_t _PLACES, _TAG
cdef bytearray _MET

@cython.locals(found=Token, mark=Py_ssize_t, place=Py_ssize_t, tag="unsigned char")
cdef Token _passing(str word, bint inner)

cpdef keep(Token word)

@cython.locals(found=list, told=list, each=Token)
cpdef tuple telling(words)

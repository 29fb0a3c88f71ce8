# The types of graphemes.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.locals(end=Py_ssize_t, stands=bint)
cpdef bint fits(str letters, Py_ssize_t place, str word, Py_ssize_t at, str vowels)

@cython.locals(found=list, at=Py_ssize_t, letter=str, listed=list, each=tuple, rule=tuple, first=str)
cpdef list pieces(str word, dict known, str vowels, object plain)

@cython.locals(found=set, at=Py_ssize_t, listed=list, each=tuple)
cpdef set applying(str word, dict known, str vowels)

@cython.locals(last=str, kept=str, sound=str)
cpdef str single(str reading)

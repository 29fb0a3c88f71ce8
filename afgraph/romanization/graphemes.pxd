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

@cython.locals(table=dict, last=str, kept=str, sound=str, each=str)
cpdef str classes(str reading, dict initial, dict later)

@cython.locals(found=str, before=str, last=Py_ssize_t, at=Py_ssize_t, code=str, becomes=str)
cpdef str placed(str reading, dict final, dict after_vowel, str vowels, str bare)

@cython.locals(
    found=dict, known=dict, before=double, vocalised=bint, geminates=bint, sounds=str, further=double, way=tuple,
    ranked=list,
)
cpdef list read(str word, list ways, str vowels, object plain, Py_ssize_t most)

@cython.locals(found=bytearray, code=str, number=object)
cpdef bytes encoded(str reading, dict numbers)

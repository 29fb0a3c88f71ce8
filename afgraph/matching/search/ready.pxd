# The types of ready.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.scoring.profile cimport Links
from afgraph.matching.words.blanks cimport Blanks
from afgraph.matching.words.readings cimport ReadingRoom
from afgraph.matching.words.tokens cimport Token, keep
from afgraph.recent cimport Lately

@cython.final
cdef class Ready:
    cdef Blanks blanks
    cdef const double[::1] listed
    cdef Lately kept
    cdef Lately passing
    cdef ReadingRoom room
    cdef tuple last

    @cython.locals(last=tuple, found=list, word=Token)
    cpdef list links(self, query)

    @cython.locals(found=Links)
    cpdef Links linked(self, Token word)

    @cython.locals(written=list, weight=double, room=ReadingRoom, number=Py_ssize_t)
    cdef Links _made(self, Token word)

# The types of tally.py for Cython; without a compiler nobody reads them.
cimport cython

cdef double _FAR, _MOST_SLIP
cdef int _NOWHERE

@cython.final
cdef class Tally:
    cdef int is_together, is_apart
    cdef double telling, middle, common, most_matched, enough, one_word, lapse, brief, long, nearly
    cdef Py_ssize_t left_opens, left_closes, right_opens, right_closes, left_son, right_son, before_right
    cdef Py_ssize_t left_first, left_last, right_first, right_last
    cdef double worst, slip, head, ending, total, paid, behind_abu, apart, longest, latin, other_script, sounding, misspelt
    cdef double left, right, inside, second, elsewhere, opening, closing
    cdef bint together, complete, turned
    cdef int crossed, kept

    cdef void begin(self, Py_ssize_t left_son, Py_ssize_t right_son) noexcept

    @cython.locals(share=double)
    cdef void costs(self, double cost, double plain, double weight, double head, double ending) noexcept

    cdef void reaches(self, double length) noexcept

    cdef void merged(self, double weight) noexcept

    cdef void knows(
        self, int listed, double heard, double written, double misspelt, double weight, bint latin
    ) noexcept

    cdef void stands(
        self, Py_ssize_t i, Py_ssize_t i_last, Py_ssize_t j, Py_ssize_t j_last, double weight
    ) noexcept

    @cython.locals(share=double)
    cdef void within(self, double weight, double before) noexcept

    cdef double log_odds(
        self, const double[::1] factors, Py_ssize_t lefts, Py_ssize_t rights, bint mixed, bint abjad
    ) noexcept

    @cython.locals(found=double, replaced=double, alike=double)
    cdef double _of_pairs(self, const double[::1] factors) noexcept

    @cython.locals(matched=double, found=double, beyond=double)
    cdef double _of_whole(
        self, const double[::1] factors, Py_ssize_t lefts, Py_ssize_t rights, bint mixed, bint abjad
    ) noexcept

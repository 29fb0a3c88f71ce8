"""What `import afgraph` costs, and what it offers."""

import subprocess
import sys

import afgraph

HEAVY = ("numpy", "pandas", "networkx", "edtf", "yaml", "ruamel", "unidecode", "tqdm", "tabulate", "jellyfish")


def _python(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True, check=True)


def test_import_loads_nothing_heavy() -> None:
    trace = _python("import afgraph", "-X", "importtime").stderr
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in trace.splitlines()}
    assert "afgraph" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_a_whole_question_loads_neither_numpy_nor_pandas_nor_networkx() -> None:
    code = (
        "import sys, afgraph as af; kg = af.load(); kg.resolve('Mesud'); kg.allies('Dostum', on='1994'); "
        "print([each for each in ('numpy', 'pandas', 'networkx') if each in sys.modules])"
    )
    assert _python(code).stdout.strip() == "[]"


def test_every_public_name_is_there_and_listed() -> None:
    assert afgraph.__all__ == sorted(afgraph.__all__)
    for name in afgraph.__all__:
        assert getattr(afgraph, name) is not None
        assert name in dir(afgraph)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(afgraph, "no_such_name")


def test_a_public_name_stays_what_it_is_when_modules_are_imported() -> None:
    code = "import afgraph as af, afgraph.knowledge_graph, afgraph.matching; print(af.romanize('کابل'), af.compare)"
    assert "function" in _python(code).stdout


def test_loading_the_shipped_pack_again_is_quick() -> None:
    """Not a benchmark: a generous bound that only a lost cache would break."""
    code = (
        "import time, afgraph as af; af.load(); start = time.process_time(); af.load(); "
        "print(time.process_time() - start)"
    )
    assert float(_python(code).stdout) < 0.2

"""What a benchmark was run on."""

import os
import platform
from pathlib import Path


def machine() -> dict[str, str]:
    """The processor, its cores, the memory, the system and the Python that this process runs on."""
    return {
        "processor": processor(),
        "cores": f"{cores()} of {os.cpu_count()}",
        "memory": f"{memory() / 2**30:.0f} GiB",
        "system": platform.platform(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def processor(described: Path = Path("/proc/cpuinfo")) -> str:
    """The model of the processor, as Linux says it; elsewhere what Python knows."""
    try:
        lines = described.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory() -> int:
    """The bytes of memory of the machine; 0 where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return 0

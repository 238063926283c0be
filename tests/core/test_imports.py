"""What a worker has to import before it can answer."""

import subprocess
import sys


def test_a_worker_starts_without_the_slowest_part_of_scipy():
    program = "import sys, nnviz.web.server; print('scipy.stats' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
    )

import cProfile
import pstats
import time

from tests.bot.editorial.spreadsheets.conftest import *
from tests.bot.editorial.spreadsheets.test_hostile_spreadsheets import *


def test_x(taken):
    rows = [HEAD, *((f"Ente {n % 300}", f"Badante {n}", *ROW[2:]) for n in range(6_000))]
    t = time.process_time()
    b = xlsx(rows)
    print("write", time.process_time() - t)
    t = time.process_time()
    r = read("a.xlsx", b)
    print("read", time.process_time() - t)
    p = cProfile.Profile()
    p.runcall(taken, r)
    pstats.Stats(p).sort_stats("cumtime").print_stats(70)

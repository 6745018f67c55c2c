"""Plants faults, damages inputs, kills, cancels and fills disks over all steps and shipped models; prints one table.

    tests/robustness/attack.py [--share 1.0] [--minutes 60] [--seed 7] [--keep FOLDER]
                               [--only faults,mutations,kills,cancels,disks]

Every run starts with an earlier result at the place of each output. It must end well or in a sentence, and leave each
output old or new: all old after a fault, a Cancel or a full disk. Exit code 1 where one did not. Needs no network; full
disks are small tmpfs mounts where one may mount, else files that may not grow (RLIMIT_FSIZE).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent))

import damage
import engine
import world

COUNTS = {"faults": 100, "mutations": 300, "kills": 30, "cancels": 100, "disks": 10}
CANCEL_LIMIT = 1.0  # seconds
PRIVATE = ".carbon_zoning-"  # folders that a killed run leaves


class Tally:
    """What became of the runs of one kind."""

    def __init__(self, kind: str):
        self.kind, self.counts, self.longest, self.found = kind, Counter(), [0.0, 0.0], []

    def add(
        self, number: int, what: str, answer: dict, states: dict[str, str], *, left: list[str], allowed: set
    ) -> None:
        """Count one run; ``allowed``: the states that its outputs may have."""
        self.counts["runs"] += 1
        self.counts[answer["ending"]] += 1
        late = answer.get("cancel_seconds")
        problems = []
        if engine.is_unexpected(answer):
            self.counts["unexpected"] += 1
            problems.append("unexpected end")
        if late is not None:
            cpu = answer["cancel_cpu_seconds"]
            self.longest = [max(self.longest[0], late), max(self.longest[1], cpu)]
            if late > CANCEL_LIMIT:
                self.counts["late"] += 1
                problems.append(f"Cancel took {late:.1f} s, {cpu:.1f} s of the processor")
        self.counts.update(states.values())
        wrong = {name: state for name, state in states.items() if state not in allowed}
        if wrong:
            self.counts["lost"] += 1
            problems.append(f"outputs {wrong}")
        if left:
            self.counts["litter"] += 1
            problems.append(f"left {left}")
        if self.kind == "faults" and answer["ending"] == "done":
            print(f"    went through: {number}: {what}", flush=True)
        if problems:
            text = "\n".join([*answer["log"][-4:], answer["text"]]).strip()
            self.found.append(f"{self.kind} {number}: {what}: {'; '.join(problems)}\n    {text[-1500:]}")
            print(self.found[-1], flush=True)

    def row(self) -> list:
        """The cells of the table."""
        counts = self.counts
        longest = [f"{seconds:.2f}" if seconds else "" for seconds in self.longest]
        return [self.kind, *(counts[name] for name in COLUMNS[1:-2]), *longest]

    @property
    def is_clean(self) -> bool:
        """True where nothing is to be mended."""
        return not self.found


COLUMNS = (
    "kind", "runs", "refused", "done", "stopped", "killed", "unexpected", "old", "new", "gone", "half", "lost",
    "litter", "late", "longest_cancel_s", "of_processor_s",
)  # fmt: skip


class Attack:
    """All kinds of attack on one made world."""

    def __init__(self, folder: Path, seed: int, share: float, *, minutes: float):
        self.folder, self.seed, self.share, self.minutes = folder, seed, share, minutes
        self.world = folder / "world"
        self.engine = engine.Engine()
        self.seconds: dict[str, float] = {}
        self.skipped: list[str] = []  # algorithms that nobody attacks, and why

    def prepare(self) -> list[world.Call]:
        """Make the inputs, run everything once, and keep the results as inputs of later steps."""
        known = self.folder / "seconds.json"
        self.calls = world.calls(self.world)
        if known.is_file():  # the folder of an earlier attack
            self.seconds = json.loads(known.read_text())
            return self.calls
        self.world.mkdir()
        world.make_world(self.world, self.seed)
        for call in list(self.calls):
            answer = self.engine.run(call.algorithm, call.parameters(self.world))
            self.seconds[call.algorithm] = answer["seconds"]
            print(f"    {call.algorithm} {answer['seconds']:.1f} s", flush=True)
            if answer["ending"] != "done":
                self.skipped.append(f"{call.algorithm} fails on the made inputs: {answer['text'] or answer['log']}")
                self.calls.remove(call)
        missing = set(self.engine.algorithms) - set(self.seconds)
        self.skipped += [f"{name} has no call in world.py" for name in sorted(missing)]
        known.write_text(json.dumps(self.seconds))
        return self.calls

    def numbers(self, kind: str) -> Iterator[int]:
        """Numbers for the runs of ``kind``, as many as are wanted and the time allows."""
        end = time.monotonic() + 60 * self.minutes
        for number in range(max(1, round(COUNTS[kind] * self.share))):
            if time.monotonic() > end:
                return
            yield number

    def folders(self, number: int, call: world.Call) -> tuple[Path, Path]:
        """Empty folders of inputs and of outputs, with earlier results in the latter."""
        into, out = self.folder / "in", self.folder / "out"
        for folder in (into, out):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        engine.lay_yesterday(out, call.outputs)
        return into, out

    def damaged(self, kind: str, makers: dict) -> Tally:
        """Faults or mutations, each kind on each call in turn, in an order of chance."""
        tally, chance = Tally(kind), Random(f"{self.seed} {kind}")
        pairs = [(name, call) for name in makers for call in self.calls]
        queue: list = []
        for number in self.numbers(kind):
            parameters = None
            while parameters is None:  # not every damage fits every call
                queue = queue or chance.sample(pairs, len(pairs))
                name, call = queue.pop()
                into, out = self.folders(number, call)
                parameters = makers[name](call, into, out, chance)
            answer = self.engine.run(call.algorithm, parameters)
            states = {one: engine.state_of(out / one) for one in call.outputs.values() if (out / one).is_file()}
            moved = {one for key, one in call.outputs.items() if parameters[key] != str(out / one)}
            states = {one: state for one, state in states.items() if not (answer["ending"] == "done" and one in moved)}
            allowed = {"new"} if answer["ending"] == "done" else {"old"}
            own = {**call.outputs, **{f"moved {key}": Path(parameters[key]).name for key in call.outputs}}
            left = engine.litter_in(out, own)
            tally.add(number, f"{name} in {call.algorithm}", answer, states, left=left, allowed=allowed)
        return tally

    def faults(self) -> Tally:
        """What must be refused."""
        return self.damaged("faults", damage.faults())

    def mutations(self) -> Tally:
        """What may be survived."""
        return self.damaged("mutations", damage.mutations())

    def cancels(self) -> Tally:
        """Cancel after a random share of the run's time."""
        tally, chance = Tally("cancels"), Random(f"{self.seed} cancels")
        for number in self.numbers("cancels"):
            call = self.calls[number % len(self.calls)]
            _, out = self.folders(number, call)
            after = chance.uniform(0.02, 1.0) * self.seconds[call.algorithm]
            answer = self.engine.run(call.algorithm, call.parameters(out), after)
            states = {one: engine.state_of(out / one) for one in call.outputs.values()}
            allowed = {"new"} if answer["ending"] == "done" else {"old"}
            what = f"{call.algorithm} after {after:.2f} of {self.seconds[call.algorithm]:.2f} s"
            tally.add(number, what, answer, states, left=engine.litter_in(out, call.outputs), allowed=allowed)
        return tally

    def kills(self) -> Tally:
        """SIGKILL of a real qgis_process, in turns at a random moment and when it begins to write."""
        tally, chance = Tally("kills"), Random(f"{self.seed} kills")
        environment = {**os.environ, "CARBON_ZONING_CACHE": str(self.folder / "cache")}
        tool = world.ROOT / "scripts" / "qgis-process"
        usual = self._seconds_of_process(tool, environment)
        for number in self.numbers("kills"):
            call = chance.choice(self.calls)
            _, out = self.folders(number, call)
            items = [
                f"{key}={one}"
                for key, value in call.parameters(out).items()
                for one in (value if isinstance(value, list) else [value])
            ]
            process = subprocess.Popen(
                [tool, "run", f"carbonzoning:{call.algorithm}", "--", *items], env=environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            if number % 2:
                self._await_writing(process, out, call)
                time.sleep(chance.uniform(0, 0.3))
            else:
                self._await_end(process, usual + chance.uniform(0, 1.2) * self.seconds[call.algorithm])
            is_killed = process.poll() is None
            if is_killed:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            states = {one: engine.state_of(out / one) for one in call.outputs.values()}
            left = [one for one in engine.litter_in(out, call.outputs) if not one.startswith(PRIVATE)]
            ending = "killed" if is_killed else ("done" if process.returncode == 0 else "refused")
            answer = {"ending": "stopped" if is_killed else ending, "text": "-.", "log": []}
            tally.add(number, call.algorithm, answer, states, left=left, allowed={"old", "new"})
        tally.counts["killed"] = tally.counts.pop("stopped", 0)
        return tally

    def _seconds_of_process(self, tool: Path, environment: dict) -> float:
        """How long a qgis_process takes for a step that does next to nothing."""
        out = self.folder / "out"
        out.mkdir(exist_ok=True)
        command = [tool, "run", "carbonzoning:exportzoningrules", "--", f"OUTPUT={out / 'first.csv'}"]
        for _ in range(2):  # the first makes a profile
            start = time.perf_counter()
            subprocess.run(command, env=environment, capture_output=True, check=True)
        return time.perf_counter() - start

    @staticmethod
    def _await_end(process: subprocess.Popen, seconds: float) -> None:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return

    @staticmethod
    def _await_writing(process: subprocess.Popen, out: Path, call: world.Call) -> None:
        """Return once something else than yesterday's results lies in ``out``, or the process ends."""
        ours = set(call.outputs.values())
        while process.poll() is None:
            if any(one.name not in ours for one in out.iterdir()):
                return
            time.sleep(0.005)

    def disks(self) -> Tally:
        """A disk that has less room than the results take."""
        tally, chance = Tally("disks"), Random(f"{self.seed} disks")
        writers = [call for call in self.calls if not call.algorithm.startswith("export") or "PDF" in call.outputs]
        for number in self.numbers("disks"):
            call = chance.choice(writers)
            self.folders(number, call)
            sizes = [(self.world / one).stat().st_size for one in call.outputs.values()]
            disk = self.folder / "disk"
            disk.mkdir(exist_ok=True)
            room = int(chance.uniform(0.05, 0.95) * sum(sizes)) // 4096 * 4096 + 4096 * (len(sizes) + 2)
            mounted = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", disk], capture_output=True, check=False
            )
            limited = engine.Engine(file_bytes=int(chance.uniform(0.05, 0.9) * max(sizes)) if mounted.returncode else 0)
            try:
                engine.lay_yesterday(disk, call.outputs)
                answer = (limited if mounted.returncode else self.engine).run(call.algorithm, call.parameters(disk))
                states = {one: engine.state_of(disk / one) for one in call.outputs.values()}
                left = engine.litter_in(disk, call.outputs)
            finally:
                limited.close()
                if mounted.returncode == 0:
                    self.engine.close()  # it may still hold a file open
                    subprocess.run(["umount", disk], check=True)
                shutil.rmtree(disk, ignore_errors=True)
            allowed = {"new"} if answer["ending"] == "done" else {"old"}
            tally.add(
                number, f"{call.algorithm} in {room} of {sum(sizes)} bytes", answer, states, left=left, allowed=allowed
            )
        return tally


def main() -> int:
    """Run what was asked for, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0, help="of the full number of runs")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--minutes", type=float, default=60.0, help="for each kind, then it ends with what it has")
    parser.add_argument("--only", default=",".join(COUNTS), help="kinds, separated by commas")
    parser.add_argument(
        "--keep", type=Path, help="a folder to work in, which stays; inputs that are there are used again"
    )
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="carbon_zoning_attack_"))
    folder.mkdir(exist_ok=True)
    attack = Attack(folder, given.seed, given.share, minutes=given.minutes)
    try:
        attack.prepare()
        tallies = [getattr(attack, kind)() for kind in given.only.split(",")]
    finally:
        attack.engine.close()
        if given.keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    rows = [list(COLUMNS), *(tally.row() for tally in tallies)]
    widths = [max(len(str(row[place])) for row in rows) for place in range(len(COLUMNS))]
    print(f"\nseed {given.seed}, share {given.share:g}")
    for row in rows:
        print("  ".join(str(cell).rjust(width) for cell, width in zip(row, widths)).rstrip())
    for why in attack.skipped:
        print(f"Not attacked: {why}")
    return 0 if all(tally.is_clean for tally in tallies) and not attack.skipped else 1


if __name__ == "__main__":
    sys.exit(main())

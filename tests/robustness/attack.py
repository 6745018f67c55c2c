"""Plants faults, damages inputs, kills, cancels and fills disks over all steps and shipped models; prints one table.

    tests/robustness/attack.py [--share 1.0] [--minutes 60] [--seed 7] [--only faults,mutations,kills,cancels,disks]
                               [--keep FOLDER [--again]]

Every run starts with an earlier result at the place of each output. It must end well or in a sentence, and leave each
output old or new: all old after a fault, a Cancel or a full disk; and after a kill the next run into the same folder
ends well and takes away what the killed one left. Exit code 1 where one did not. Needs no network; full disks are small
tmpfs mounts where one may mount, else files that may not grow (RLIMIT_FSIZE).

With ``--keep`` it goes on where an earlier attack with the same seed stopped, and its table counts both; ``--again``
repeats the runs that had found something. Each run has its own random numbers, so that it is the same in any part.
``late`` are the cancels that took more than a second of the processor from the request until the end.
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
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import damage
import engine
import world

COUNTS = {"faults": 100, "mutations": 300, "kills": 30, "cancels": 100, "disks": 10}
CANCEL_LIMIT = 1.0  # seconds
WORTH_A_KILL = 0.5  # seconds: what is quicker has ended before
PRIVATE = ".carbon_zoning-"  # folders that a killed run leaves


class Record(NamedTuple):
    """What became of one run; kept as a JSON line."""

    kind: str
    number: int
    what: str
    counts: list[str]  # columns of the table that it counts for
    cancel: list[float]  # seconds by the clock and of the processor; none where it was not cancelled
    problems: list[str]
    text: str  # what the run said last


COLUMNS = (
    "runs", "refused", "done", "stopped", "killed", "unexpected", "old", "new", "gone", "half", "lost", "litter", "late"
)  # fmt: skip


def judge(
    kind: str, number: int, what: str, *, answer: dict, states: dict[str, str], left: list, allowed: set
) -> Record:
    """Count one run; ``allowed``: the states that its outputs may have; ``left``: what it littered."""
    counts, cancel, problems = ["runs", answer["ending"], *states.values()], [], []
    if answer["ending"] != "killed" and engine.is_unexpected(answer):
        counts.append("unexpected")
        problems.append(f"unexpected end: {answer['ending']}")
    if answer.get("cancel_cpu_seconds") is not None:
        cancel = [answer["cancel_seconds"], answer["cancel_cpu_seconds"]]
        if cancel[1] > CANCEL_LIMIT:
            counts.append("late")
            problems.append(f"Cancel took {cancel[0]:.1f} s, {cancel[1]:.1f} s of the processor")
    wrong = {name: state for name, state in states.items() if state not in allowed}
    if wrong:
        counts.append("lost")
        problems.append(f"outputs {wrong}")
    if left:
        counts.append("litter")
        problems.append(f"left {left}")
    text = "\n".join([*answer["log"][-4:], answer["text"]]).strip()
    text = text if answer["ending"] in ("crash", "hang") else text[-1500:]  # of those the stacks, whole
    return Record(kind, number, what, counts, cancel, problems, text)


def table_of(records: list[Record]) -> str:
    """Counts by kind as Markdown, with the longest cancels by the clock and of the processor."""
    rows = [["kind", *COLUMNS, "longest cancel, s", "of the processor, s"]]
    rows.append(["---", *["---:"] * (len(rows[0]) - 1)])
    for kind in COUNTS:
        own = [record for record in records if record.kind == kind]
        counts = Counter(name for record in own for name in record.counts)
        cancels = [record.cancel for record in own if record.cancel]
        longest = [f"{max(seconds):.2f}" for seconds in zip(*cancels)] or ["", ""]
        rows.append([kind, *(str(counts[name] or "") for name in COLUMNS), *longest])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


class Attack:
    """All kinds of attack on one made world."""

    def __init__(self, folder: Path, seed: int, share: float, *, minutes: float):
        self.folder, self.seed, self.share, self.minutes = folder, seed, share, minutes
        self.world = folder / "world"
        self.engine = engine.Engine()
        self.seconds: dict[str, float] = {}
        self.skipped: list[str] = []  # algorithms that nobody attacks, and why
        self.file = folder / f"records_{seed}.jsonl"
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.is_file() else []
        self.records = [Record(**json.loads(line)) for line in lines]

    def forget_found(self) -> None:
        """Let the runs that had found something run again."""
        self.records = [record for record in self.records if not record.problems]
        lines = [json.dumps(record._asdict(), ensure_ascii=False) + "\n" for record in self.records]
        self.file.write_text("".join(lines), encoding="utf-8")

    def prepare(self) -> None:
        """Make the inputs, run everything once, and keep the results as inputs of later steps."""
        known = self.folder / "seconds.json"  # of an earlier attack in this folder
        self.seconds = json.loads(known.read_text()) if known.is_file() else {}
        if not self.world.is_dir():
            self.world.mkdir()
            world.make_world(self.world, self.seed)
        self.calls = []
        for call in world.calls(self.world):
            if call.algorithm not in self.seconds:
                answer = self.engine.run(call.algorithm, call.parameters(self.world))
                print(f"    {call.algorithm} {answer['ending']} {answer['seconds']:.1f} s", flush=True)
                if answer["ending"] != "done":
                    self.skipped.append(f"{call.algorithm} fails on the made inputs: {answer['text'] or answer['log']}")
                    continue
                self.seconds[call.algorithm] = answer["seconds"]
            self.calls.append(call)
        known.write_text(json.dumps(self.seconds))

    def numbers(self, kind: str) -> Iterator[int]:
        """Numbers of the runs of ``kind`` that are still to be done, as many as the time allows."""
        end = time.monotonic() + 60 * self.minutes
        done = {record.number for record in self.records if record.kind == kind}
        for number in range(max(1, round(COUNTS[kind] * self.share))):
            if number not in done and time.monotonic() < end:
                yield number

    def chance(self, kind: str, number: int | str) -> Random:
        """The random numbers of one run."""
        return Random(f"{self.seed} {kind} {number}")

    def keep(self, kind: str, number: int, what: str, **found) -> None:
        """Judge a run, tell what it found, and keep its record."""
        record = judge(kind, number, what, **found)
        self.records.append(record)
        with open(self.file, "a", encoding="utf-8") as file:
            file.write(json.dumps(record._asdict(), ensure_ascii=False) + "\n")
        if record.problems:
            print(f"{kind} {number}: {what}: {'; '.join(record.problems)}\n    {record.text}", flush=True)
        elif kind == "faults" and "done" in record.counts:
            print(f"    went through: {number}: {what}", flush=True)

    def folders(self, call: world.Call) -> tuple[Path, Path]:
        """Empty folders of inputs and of outputs, with earlier results in the latter."""
        into, out = self.folder / "in", self.folder / "out"
        for folder in (into, out):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        engine.lay_yesterday(out, call.outputs)
        return into, out

    def damaged(self, kind: str, makers: dict) -> None:
        """Faults or mutations, each kind on each call in turn, in an order of chance."""
        pairs = [(name, call) for name in makers for call in self.calls]
        order = self.chance(kind, "order").sample(pairs, len(pairs))
        for number in self.numbers(kind):
            chance = self.chance(kind, number)
            tries = [order[number % len(order)], *chance.sample(pairs, len(pairs))]
            for name, call in tries:  # not every damage fits every call
                into, out = self.folders(call)
                parameters = makers[name](call, into, out, chance)
                if parameters is not None:
                    break
            answer = self.engine.run(call.algorithm, parameters)
            states = {one: engine.state_of(out / one) for one in call.outputs.values() if (out / one).is_file()}
            moved = {one for key, one in call.outputs.items() if parameters[key] != str(out / one)}
            states = {one: state for one, state in states.items() if not (answer["ending"] == "done" and one in moved)}
            allowed = {"new"} if answer["ending"] == "done" else {"old"}
            own = {**call.outputs, **{f"moved {key}": Path(parameters[key]).name for key in call.outputs}}
            left = engine.litter_in(out, own)
            what = f"{name} in {call.algorithm}"
            self.keep(kind, number, what, answer=answer, states=states, left=left, allowed=allowed)

    def faults(self) -> None:
        """What must be refused."""
        self.damaged("faults", damage.faults())

    def mutations(self) -> None:
        """What may be survived."""
        self.damaged("mutations", damage.mutations())

    def cancels(self) -> None:
        """Cancel after a random share of the run's time, each call in turn."""
        for number in self.numbers("cancels"):
            call = self.calls[number % len(self.calls)]
            _, out = self.folders(call)
            after = self.chance("cancels", number).uniform(0.02, 1.0) * self.seconds[call.algorithm]
            answer = self.engine.run(call.algorithm, call.parameters(out), after)
            states = {one: engine.state_of(out / one) for one in call.outputs.values()}
            allowed = {"new"} if answer["ending"] == "done" else {"old"}
            what = f"{call.algorithm} after {after:.2f} of {self.seconds[call.algorithm]:.2f} s"
            left = engine.litter_in(out, call.outputs)
            self.keep("cancels", number, what, answer=answer, states=states, left=left, allowed=allowed)

    def kills(self) -> None:
        """SIGKILL of a real qgis_process, in turns at a random moment and when it begins to write."""
        environment = {**os.environ, **engine.settings_of_its_own(), "CARBON_ZONING_CACHE": str(self.folder / "cache")}
        tool = world.ROOT / "scripts" / "qgis-process"
        usual = None
        for number in self.numbers("kills"):
            usual = usual or self._seconds_of_process(tool, environment)
            chance = self.chance("kills", number)
            call = chance.choice([one for one in self.calls if self.seconds[one.algorithm] > WORTH_A_KILL])
            _, out = self.folders(call)
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
                self._await_end(process, usual + chance.uniform(-0.3, 0.9) * self.seconds[call.algorithm])
            is_killed = process.poll() is None
            if is_killed:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            states = {one: engine.state_of(out / one) for one in call.outputs.values()}
            left = [one for one in engine.litter_in(out, call.outputs) if not one.startswith(PRIVATE)]
            after = self.engine.run(call.algorithm, call.parameters(out))  # the next run tidies up
            left += [f"{one} after the next run" for one in engine.litter_in(out, call.outputs)]
            if after["ending"] != "done":
                left.append(f"a folder in which the next run ends so: {after['ending']} {after['text']}")
            ending = "killed" if is_killed else ("done" if process.returncode == 0 else "refused")
            answer = {"ending": ending, "text": "-.", "log": []}
            what = f"{call.algorithm} {'while writing' if number % 2 else 'at random'}"
            self.keep("kills", number, what, answer=answer, states=states, left=left, allowed={"old", "new"})

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

    def disks(self) -> None:
        """A disk that has less room than the results take."""
        writers = [call for call in self.calls if not call.algorithm.startswith("export") or "PDF" in call.outputs]
        for number in self.numbers("disks"):
            chance = self.chance("disks", number)
            call = chance.choice(writers)
            self.folders(call)
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
            what = f"{call.algorithm} in {room} of {sum(sizes)} bytes"
            self.keep("disks", number, what, answer=answer, states=states, left=left, allowed=allowed)


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
    parser.add_argument("--again", action="store_true", help="repeat the runs that had found something")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="carbon_zoning_attack_"))
    folder.mkdir(exist_ok=True)
    attack = Attack(folder, given.seed, given.share, minutes=given.minutes)
    if given.again:
        attack.forget_found()
    try:
        attack.prepare()
        for kind in given.only.split(","):
            getattr(attack, kind)()
    finally:
        attack.engine.close()
        if given.keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"\nSeed {given.seed}, {len(attack.calls)} steps and models, a share of {given.share:g}\n")
    print(table_of(attack.records))
    for why in attack.skipped:
        print(f"Not attacked: {why}")
    return 1 if attack.skipped or any(record.problems for record in attack.records) else 0


if __name__ == "__main__":
    sys.exit(main())

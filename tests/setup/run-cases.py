"""The quick runner behind tests/run-cases.sh; tests/cases/make/README.md describes the case format.

tests/Oot.Make.Tests/TwinCases reads the same files in the same way: change both together.
"""
import argparse, collections, concurrent.futures, difflib, hashlib, json, os, re, shutil, signal, stat, subprocess, sys, tempfile, time

AGE = 1000           # seconds: how old files are that exist before the first run
PAUSE = 0.02         # seconds: longer than a tick of the file system's clock
LIMIT = 30           # seconds one run may take
FORMAT = "6"         # changes when remembered answers are no longer valid


def steps_of(text):
    """The directives of a case, in order: (word, rest, content lines)."""
    steps = []
    for line in text.split("\n"):
        if line.startswith("#:"):
            word, _, rest = line[2:].strip().partition(" ")
            steps.append((word, rest.strip(), []))
        elif line.startswith("#|") and steps:
            steps[-1][2].append(line[3:] if line.startswith("#| ") else line[2:])
        else:
            break
    if not any(word == "run" for word, _, _ in steps):
        steps.append(("run", "", []))
    return steps


def run_shell(command, directory, env):
    process = subprocess.Popen(["/bin/sh", "-c", command], cwd=directory, env=env, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=LIMIT)
        return output, process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        return output, "timeout"


def tree_of(root, makefile):
    """Every file below root: type, mode and content; the untouched makefile is left out."""
    lines = []
    for directory, names, files in os.walk(root):
        names.sort()
        for name in sorted(names + files):
            path = os.path.join(directory, name)
            status = os.lstat(path)
            where = os.path.relpath(path, root)
            if stat.S_ISLNK(status.st_mode):
                lines.append(f"{where}: link {os.readlink(path)}")
            elif stat.S_ISDIR(status.st_mode):
                lines.append(f"{where}: dir {stat.S_IMODE(status.st_mode):o}")
            elif stat.S_ISREG(status.st_mode):
                lines.append(f"{where}: file {stat.S_IMODE(status.st_mode):o}")
                if not (status.st_mode & 0o400):
                    continue
                with open(path, "rb") as file:
                    content = file.read()
                if content == makefile:
                    lines.pop()
                    continue
                if content[:8] == b"!<arch>\n":
                    content = subprocess.run(["ar", "p", path], stdout=subprocess.PIPE).stdout
                lines += ["    " + line for line in content.decode("utf-8", "replace").split("\n")]
            else:
                lines.append(f"{where}: other")
    return "".join(line + "\n" for line in lines)


def normal(text, root):
    text = text.replace(root, "@")
    text = re.sub(r"modification time [-+.0-9e]+ s in the future", "modification time N s in the future", text)
    return re.sub(r"GMfifo[0-9]+", "GMfifoN", text)


def run_side(root, make, case_text, steps):
    """Runs one case with one make; the whole observation as text."""
    work, tools = os.path.join(root, "w"), os.path.join(root, "bin")
    os.makedirs(work)
    os.makedirs(tools)
    os.makedirs(os.path.join(root, "home"))
    os.symlink(make, os.path.join(tools, "make"))
    env = {"PATH": tools + ":/usr/bin:/bin", "HOME": os.path.join(root, "home"), "LC_ALL": "C"}
    start, ran, seen = time.time(), False, []
    sort = any(word == "sort" for word, _, _ in steps)
    name = next((rest for word, rest, _ in steps if word == "as"), "Makefile")

    def place(path, content, seconds=None):
        path = os.path.join(work, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if ran:
            time.sleep(PAUSE)
        with open(path, "a" if content is None else "w") as file:
            file.write(content or "")
        if seconds is None and not ran:
            seconds = -AGE
        when = time.time() if seconds is None else start + seconds
        os.utime(path, (when, when))

    place(name, case_text)
    for word, rest, lines in steps:
        if word in ("as", "sort", "gap"):
            continue
        elif word == "file":
            place(rest, "".join(line + "\n" for line in lines))
        elif word == "touch":
            *paths, last = rest.split()
            if last.startswith("@"):
                for path in paths:
                    place(path, None, float(last[1:]))
            else:
                for path in paths + [last]:
                    place(path, None)
        elif word == "mkdir":
            for path in rest.split():
                os.makedirs(os.path.join(work, path), exist_ok=True)
        elif word == "env":
            key, _, value = rest.partition("=")
            env[key] = value
        elif word == "exec":
            time.sleep(PAUSE if ran else 0)
            output, code = run_shell(rest, work, env)
            seen.append((f"exec {rest}", output, code))
        elif word == "run":
            time.sleep(PAUSE if ran else 0)
            output, code = run_shell("make " + rest, work, env)
            ran = True
            seen.append((f"run {rest}", output, code))
        else:
            raise SystemExit(f"unknown directive '{word}'")
    parts = []
    for title, output, code in seen:
        text = output.decode("utf-8", "replace")
        if sort:
            text = "\n".join(sorted(text.split("\n")))
        parts.append(f"== {title}\n{text}[exit {code}]\n")
    result = normal("".join(parts) + "== files\n" + tree_of(work, case_text.encode()), root)
    subprocess.run(["chmod", "-R", "u+rwX", root], stderr=subprocess.DEVNULL)
    shutil.rmtree(root, ignore_errors=True)
    return result


def run_case(options, scratch, path, number):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    steps = steps_of(text)
    gap = next((rest for word, rest, _ in steps if word == "gap"), None)
    key = hashlib.sha256("\0".join([FORMAT, os.path.realpath(options.judge), os.path.basename(path), text]).encode()).hexdigest()
    remembered = os.path.join(options.answers, key[:2], key)
    judge = None
    if not options.fresh and os.path.exists(remembered):
        with open(remembered, encoding="utf-8") as file:
            judge = json.load(file)
    if judge is None:
        judge = run_side(os.path.join(scratch, str(number), "a"), options.judge, text, steps)
        os.makedirs(os.path.dirname(remembered), exist_ok=True)
        with open(remembered + f".{os.getpid()}.{number}", "w", encoding="utf-8") as file:
            json.dump(judge, file)
        os.rename(file.name, remembered)
    other = run_side(os.path.join(scratch, str(number), "b"), options.make, text, steps)
    return gap, judge, other


def main():
    parser = argparse.ArgumentParser(prog="run-cases.sh")
    parser.add_argument("cases")
    parser.add_argument("make")
    parser.add_argument("filter", nargs="*")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--max", type=int, default=20)
    options = parser.parse_intermixed_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background would ignore it, and so its children
    options.judge = os.path.abspath(os.environ["OOT_JUDGE_MAKE"])
    options.make = options.judge if options.make == "judge" else os.path.abspath(options.make)
    cache = os.environ.get("OOT_TEST_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "oot-test")
    options.answers = os.path.join(cache, "judge-answers")
    cases = sorted(os.path.join(directory, name) for directory, _, names in os.walk(options.cases)
                   for name in names if name.endswith(".mk"))
    cases = [path for path in cases
             if not options.filter or any(f in os.path.relpath(path, options.cases) for f in options.filter)]
    os.umask(0o022)
    scratch = tempfile.mkdtemp(prefix="oot-cases.", dir="/tmp")
    equal = gaps = printed = 0
    failed = []
    try:
        with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
            futures = [(path, pool.submit(run_case, options, scratch, path, n)) for n, path in enumerate(cases)]
            for path, future in futures:
                name = os.path.relpath(path, options.cases)
                gap, judge, other = future.result()
                if options.show:
                    print(f"### {name}\n{judge}")
                if judge == other and gap is None:
                    equal += 1
                    if options.v:
                        print(f"equal    {name}")
                elif judge != other and gap is not None:
                    gaps += 1
                    if options.v:
                        print(f"gap      {name}: {gap}")
                elif judge == other:
                    failed.append(name)
                    print(f"GAP PASSES {name}: take its mark away ({gap})")
                else:
                    failed.append(name)
                    print(f"DIFFERS  {name}")
                    printed += 1
                    if printed <= options.max:
                        for line in difflib.unified_diff(judge.split("\n"), other.split("\n"), "GNU make", "oot", lineterm="", n=2):
                            print("    " + line)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    areas = collections.Counter(name.split("/")[0] for name in failed)
    if areas:
        print("failing by area: " + ", ".join(f"{area} {count}" for area, count in areas.most_common()))
    print(f"{equal} of {len(cases)} equal" + (f", {gaps} known gaps" if gaps else "") + (f", {len(failed)} fail" if failed else ""))
    return 1 if failed else 0


sys.exit(main())

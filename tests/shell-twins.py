#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Random shell scripts as recipes: GNU make hands them to /bin/sh, oot runs in the process what it can.

    tests/shell-twins.py [--seed N] [--count N] [--jobs N] [--function] [--keep DIR] [--show N]

Each script is a target of its own with a directory of its own. Compared are what each writes (standard output and
error, in their order), its status as make tells it, and the files it leaves. --function: each is a $(shell). OOT_JUDGE_MAKE and OOT_MAKE name the
two makes; OOT_CACHE=on lets oot remember. Exit: 0 all equal, 1 some different, 2 could not run.
"""
import argparse, os, random, re, shutil, subprocess, sys, tempfile

FILES = ["a", "b", "c d", "sub/e", "sub", "none/f", "x.o", "in", "two"]


class Scripts:
    """Writes scripts of the grammar, most of them right, into the directory d."""

    def __init__(self, seed, d):
        self.r, self.d = random.Random(seed), d
        # What only a real shell does makes the whole script its own, so most scripts have none of it.
        self.exotic = self.r.randrange(6) == 0

    def pick(self, *choices):
        return self.r.choice(choices)

    def quoted(self, text):
        style = self.r.randrange(4)
        if style == 0 or "'" in text:
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$").replace("`", "\\`") + '"'
        if style == 1 and text and not set(text) & set(" \t\n*?[]~#|&;<>()$`\"'\\={}!"):
            return text
        if style == 2 and " " not in text and "\n" not in text and text:
            return "".join("\\" + c for c in text)
        return "'" + text + "'"

    def file(self):
        if self.r.randrange(40) == 0:
            return self.d + "/" + self.pick("tmp_$$", "'sub'/.t_$$")
        return self.quoted(self.d + "/" + self.r.choice(FILES))

    def value(self):
        """What is assigned: where words are split, it may be no pattern."""
        return self.word() if self.exotic else self.pick("x", "'x y'", '"$w z"', "$TWO", "a:b", "1", "' '", "/dev/null", self.d + "/a")

    def text(self):
        return self.pick("", "x", "hello world", "  two  blanks ", "a\\nb", "\\tt", "tab\\0101x", "\\101", "\\c no", "q\\\\z", "$HOME", "*", "[x]", "it is", "-n", "-e",
                         "100%", "%s", "\\", "end\\", "\\x41", "\\e[0m", "~", "#no", "a=b", "é", "\"", "\\07z", "\\0", "`", "!")

    def word(self):
        kind = self.r.randrange(12)
        if kind < 6:
            return self.quoted(self.text())
        if kind < 8:
            return self.variable()
        if kind == 8:
            return '"' + self.variable() + '"'
        if kind == 9:
            return self.pick("a", "b1", "-x", "--long=1", "{", "}", "a#b", "x~", "[", "]", "a[b", "if", "done", "^", "=", "a=b", "1", "+") + self.pick("", self.variable(), "'s t'", '""')
        if kind == 10:
            return self.pick("pre", "''") + self.variable() + self.pick("post", "", '"q q"')
        return self.file()

    def variable(self):
        name = self.pick("v", "w", "EMPTY", "TWO", "LINES3", "unset_thing", "PATTERNED", "HOME2", "OPTIND" if self.exotic else "v", "PS4" if self.exotic else "w")
        if name == "PATTERNED" and not self.exotic:
            return '"$PATTERNED"'
        forms = ["$%s", "${%s}", "${%s}", "${%s:-dflt}", "${%s-dflt}", "${%s:+alt}", "${%s+alt}", "${%s%o*}", "${%s%%o*}", "${%s#*o}", "${%s##*o}", "$?", "${%s%.c}"]
        return self.r.choice(forms + (["${%s:=x}", "${#%s}", "$(echo %s)"] if self.exotic else [])).replace("%s", name)

    def words(self, most):
        return " ".join(self.word() for _ in range(self.r.randrange(most + 1)))

    def number(self):
        return self.pick("0", "1", "2", "10", "010", "-1", "+3", " 4 ", "99999999999", "x", "", "2x", "1.5")

    def test(self):
        n = self.r.randrange(9)
        if n == 0:
            inner = self.words(4)
        elif n < 3:
            inner = self.word() + " " + self.pick("=", "!=", "=", "!=", "==", "-ef") + " " + self.word()
        elif n < 5:
            inner = self.quoted(self.number()) + " " + self.pick("-eq", "-ne", "-gt", "-ge", "-lt", "-le") + " " + self.quoted(self.number())
        elif n < 7:
            inner = self.pick("-e", "-f", "-d", "-s", "-r", "-w", "-x", "-L", "-h") + " " + self.file()
        else:
            inner = self.pick("-n", "-z") + " " + self.word()
        if self.r.randrange(6) == 0:
            inner = "! " + inner
        if self.r.randrange(12) == 0:
            inner += self.pick(" -a x", " -o ''", " )")
        return self.pick("[ " + inner + " ]", "[ " + inner + " ]", "test " + inner, "[ " + inner)

    def printf(self):
        form = self.pick("%s\\n", "%s\\n", "%s", "%5s|%-6s|\\n", "%d %x\\n", "%b\\n", "%c\\n", "%%\\n", "x\\ty\\n", "%.2s\\n", "%05d\\n", "%u", "%q", "%", "%i,%o\\n", "a\\0101b\\101\\n", "%s %s %s\\n", "-%s", "%5.1s|\\n", "\\c%s")
        return "printf " + self.quoted(form) + " " + " ".join(self.pick(self.word(), self.quoted(self.number())) for _ in range(self.r.randrange(4)))

    def program(self):
        d = self.d
        n = self.r.randrange(24)
        if n < 5:
            return "rm " + self.pick("-f ", "-f ", "-f ", "-rf ", "") + " ".join(self.file() for _ in range(self.r.randrange(3)))
        if n < 8:
            return "mv " + self.pick("-f ", "-f ", "") + self.file() + " " + self.file()
        if n < 10:
            return "mkdir " + self.pick("-p ", "-p ", "") + self.pick(self.file(), d + "/p/q/r", d + "/sub/n/", "./" + d + "/sub")
        if n < 12:
            return "cmp -s " + self.file() + " " + self.file()
        if n < 15:
            return "cat " + " ".join(self.file() for _ in range(self.r.randrange(1, 3)))
        if n < 17:
            return "touch " + self.file()
        return self.pick("nosuchprogram 1 2", "./nosuch", d + "/notexec", d + "/script a 'b c'", d + "/sub", "env | grep -E '^(v|w|TWO|Z)='", "sh -c 'exit 3'", "sh -c 'kill -9 $$'",
                         "sh -c 'kill -TERM $$'", "sh -c 'kill -INT $$'", "sh -c 'kill -PIPE $$'", "v=1 TWO=z env | sort | grep -E '^(v|TWO)='", "LC_ALL=C sh -c 'echo $LC_ALL'", "sort " + self.file(), "wc -c",
                         "env -u MAKEFLAGS -u MFLAGS", "sleep 0.01", "sh -c 'echo out; echo err >&2; exit 1'", "/bin/echo ext", "grep -q hello " + self.file(), "sh -c 'cat; exit 4'")

    def redirections(self):
        if self.r.randrange(3):
            return ""
        return " " + " ".join(self.pick("> " + self.file(), ">> " + self.file(), "2> " + self.file(), "< " + self.file(), ">/dev/null", "2>/dev/null", "2>&1", ">&2", "1>&2", ">| " + self.file(),
                                        "> /dev/full", "<> " + self.file(), "> $v", "0< /dev/null", "2>> " + self.file(), *(["3> " + self.file(), "10> " + self.file(), ">&-"] if self.exotic else [])) for _ in range(self.r.randrange(1, 3)))

    def simple(self):
        n = self.r.randrange(20)
        if n < 6:
            body = "echo " + self.words(4)
        elif n < 8:
            body = self.printf()
        elif n < 10:
            body = self.test()
        elif n < 15:
            body = self.program()
        elif n < 16:
            body = self.pick(":", "true", "false", "true x", ": a b")
        elif n < 17:
            return self.pick("v=", "w=", "TWO=", "new=") + self.pick("", self.value(), "a:b", "'x y'", "$v$w")
        elif n < 18:
            return self.pick("set -e", "set +e", "set -e", "exit 3", "exit", "exit 0", "exit 256", "exec >> " + self.file(), "exec 2>&1", *(["set -f", "cd .", "shift", "umask 077"] if self.exotic else []))
        elif n < 19:
            return self.pick("trap 'rm -f %s; trap - INT; kill -s INT $$' INT" % (self.d + "/a"), "trap 'rm -f %s' EXIT" % (self.d + "/b"), "trap \"rm -f %s/a %s/two\" EXIT" % (self.d, self.d), "trap - EXIT", "trap - INT",
                             *(["trap 'echo trapped' EXIT", "trap '' INT"] if self.exotic else []))
        else:
            return "> " + self.file()
        return body + self.redirections()

    def pipeline(self):
        if self.r.randrange(6) == 0:
            # Stages run at once, so only what they write to each other is told from run to run.
            first = self.pick(lambda: "echo " + self.words(3), lambda: "printf '%s\\n' " + self.words(3), lambda: "cat " + self.d + "/in", lambda: "sh -c 'echo x; exit 3'", lambda: "nosuchprogram", lambda: self.test())()
            stages = [self.pick("sort", "cat", "wc -l", "tr a-z A-Z", "tail -n 1", "grep -c .", "sed s/o/0/", "sh -c 'cat; exit 5'", "grep -q x") for _ in range(self.r.randrange(3))]
            return " | ".join([first + " 2>/dev/null", *stages, self.pick("cat", "cat > " + self.d + "/b", "sort", "sh -c 'cat; exit 5'", "grep -q x")])
        return self.simple()

    def command(self, depth):
        n = self.r.randrange(30 if depth > 0 else 14)
        if n < 14:
            return self.pick("", "", "", "", "", "! ") + self.pipeline()
        if n < 20:
            return "if %s; then %s%s; fi" % (self.list(depth - 1), self.list(depth - 1), self.pick("", "; else " + self.list(depth - 1), "; elif %s; then %s" % (self.list(depth - 1), self.list(depth - 1)))) + self.redirections()
        if n < 22:
            return "for %s in %s; do %s; done" % (self.pick("v", "w", "i"), " ".join(self.value() for _ in range(self.r.randrange(4))), self.list(depth - 1)) + self.redirections()
        if n < 24:
            branches = "".join("%s) %s;; " % ("|".join(self.pick("a", "x*", "*", "'*'", "?", '"$v"', "hello*d", "''", *(["[a-c]*"] if self.exotic else [])) for _ in range(self.r.randrange(1, 3))), self.pick("", self.list(depth - 1))) for _ in range(self.r.randrange(3)))
            return "case %s in %sesac" % (self.word(), branches) + self.redirections()
        if n < 26:
            return "( %s )" % self.list(depth - 1) + self.redirections()
        if n < 29:
            return "{ %s; }" % self.list(depth - 1) + self.redirections()
        if not self.exotic:
            return self.simple()
        return "while %s; do %s; break; done" % (self.list(depth - 1), self.list(depth - 1))

    def list(self, depth):
        text = self.command(depth)
        for _ in range(self.r.choice([0, 0, 1, 1, 2, 3])):
            text += self.pick("; ", "; ", " && ", " || ", " ; \\\n ", " && \\\n\t") + self.command(depth)
        return text

    def script(self):
        return self.pick("", "", "set -e; ") + self.list(2)


def masked(text):
    """Without numbers of processes."""
    return re.sub(rb"(tmp|\.t)_\d+", rb"\1_N", text, flags=re.IGNORECASE)


def tree(root):
    found = {}
    for at, directories, files in os.walk(root):
        for name in directories + files:
            path = os.path.join(at, name)
            key = masked(os.fsencode(os.path.relpath(path, root))).decode("latin-1")
            if os.path.islink(path):
                found[key] = ("link", os.readlink(path))
            elif os.path.isdir(path):
                found[key] = ("directory", oct(os.stat(path).st_mode))
            else:
                found[key] = ("file", oct(os.stat(path).st_mode), masked(open(path, "rb").read()))
    return found


def prepare(root, scripts, function):
    os.makedirs(root)
    for i, _ in enumerate(scripts):
        d = os.path.join(root, "t%d" % i)
        os.makedirs(d + "/sub")
        for name, text in (("a", "hello\n"), ("b", "hello\n"), ("in", "one\ntwo o\n"), ("two", "other\n"), ("notexec", "#!/bin/sh\n"), ("script", "echo script $#\n")):
            with open(os.path.join(d, name), "w") as f:
                f.write(text)
        os.chmod(d + "/script", 0o755)
    with open(os.path.join(root, "Makefile"), "w", encoding="latin-1") as f:
        f.write("export v := vee\nexport TWO := one two\nexport EMPTY :=\nexport LINES3 := foo.c\nexport Z := 1\nexport HOME2 := /root/foo o.c\n")
        f.write("all: %s\n" % " ".join("r%d" % i for i in range(len(scripts))))
        if function:
            for i, script in enumerate(scripts):
                f.write("define s%d\n%s\nendef\n" % (i, script))
                f.write("r%d: ; @$(info <$(shell $(value s%d))> $(.SHELLSTATUS))echo == %d\n" % (i, i, i))
            return
        for i, script in enumerate(scripts):
            f.write("r%d:\n\t@%s\n\t@echo == %d\n" % (i, script.replace("$", "$$"), i))


def run(make, root, scripts, jobs, function):
    prepare(root, scripts, function)
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": os.path.dirname(root), "LANG": "C", "PATTERNED": "a*o", "OOT_SHELL": os.environ.get("OOT_SHELL", ""),
                   # A remembered answer would not reach the shell.
                   "OOT_CACHE": os.environ.get("OOT_CACHE", "off")}
    output = {}
    # A run of its own for each tells whose output it is.
    with open(os.path.join(root, "log"), "wb") as log:
        subprocess.run([make, "-k", "-i"] + (["-j%d" % jobs, "-Otarget"] if jobs > 1 else []), cwd=root, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=environment, timeout=600)
    text = masked(open(os.path.join(root, "log"), "rb").read())
    os.remove(os.path.join(root, "log"))
    os.remove(os.path.join(root, "Makefile"))
    return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--function", action="store_true")
    parser.add_argument("--keep")
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    judge, trial = os.environ.get("OOT_JUDGE_MAKE"), os.environ.get("OOT_MAKE")
    if not judge or not trial:
        print("OOT_JUDGE_MAKE and OOT_MAKE must name the two makes", file=sys.stderr)
        return 2
    print("seed %d, %d scripts" % (options.seed, options.count), flush=True)
    scripts = [Scripts(options.seed * 1000003 + i, "t%d" % i).script() for i in range(options.count)]
    top = tempfile.mkdtemp(prefix="shell-twins-")
    wrong = 0
    try:
        results = []
        for side, make in (("judge", judge), ("trial", trial)):
            # The same path for both, as it is in some messages.
            root = os.path.join(top, "run")
            text = run(make, root, scripts, options.jobs, options.function)
            results.append((text, tree(root)))
            os.rename(root, os.path.join(top, side))
        pieces = [split(text) for text, _ in results]
        for i, script in enumerate(scripts):
            mine = [{k: v for k, v in files.items() if k == "t%d" % i or k.startswith("t%d/" % i)} for _, files in results]
            said = [piece.get(i) for piece in pieces]
            if said[0] != said[1] or mine[0] != mine[1]:
                wrong += 1
                if wrong <= options.show:
                    print("--- script %d of seed %d\n%s" % (i, options.seed, script))
                    if said[0] != said[1]:
                        print("  judge said %r\n  trial said %r" % (said[0], said[1]))
                    for k in sorted(set(mine[0]) | set(mine[1])):
                        if mine[0].get(k) != mine[1].get(k):
                            print("  %s: judge %r, trial %r" % (k, mine[0].get(k), mine[1].get(k)))
    finally:
        if options.keep:
            shutil.copytree(top, options.keep, dirs_exist_ok=True)
        shutil.rmtree(top)
    print("%d scripts, %d different" % (len(scripts), wrong))
    return 1 if wrong else 0


def split(text):
    """The output of each script: what stands before its own mark."""
    pieces, current = {}, []
    for line in text.split(b"\n"):
        if b"== " in line and line[line.rindex(b"== ") + 3:].isdigit():
            at = line.rindex(b"== ")
            current.append(line[:at])
            pieces[int(line[at + 3:])] = b"\n".join(current).decode("latin-1")
            current = []
        else:
            current.append(line)
    pieces[-1] = b"\n".join(current)
    return pieces


if __name__ == "__main__":
    sys.exit(main())

#: mkdir d
#: run -s 2>&1
#: run -s 2>/dev/null
define try
set -e; TMP=d/.tmp_$$/tmp; trap "rm -rf d/.tmp_$$" EXIT; mkdir -p d/.tmp_$$; if ( echo x >"$TMP"; test -s $TMP ) >/dev/null 2>&1; then echo "y"; else echo "n"; fi
endef
define order
echo 1; sh -c 'echo 2'; echo 3; { echo 4; sh -c 'echo 5'; } | cat; printf 6
endef
define big
i=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; for a in 1 2 3 4 5 6 7 8 9 0; do for b in 1 2 3 4 5 6 7 8 9 0; do for c in 1 2 3 4 5 6 7 8 9 0; do echo $i; done; done; done; seq 20000
endef
$(info $(shell $(value try)) $(.SHELLSTATUS))
$(info $(shell $(value order)) $(.SHELLSTATUS))
$(info $(words $(shell $(value big))) $(.SHELLSTATUS))
$(info $(shell echo a; exit 3) $(.SHELLSTATUS))
$(info $(shell echo a; nosuchprogram; echo b) $(.SHELLSTATUS))
$(info $(shell :; sh -c 'kill -9 $$$$') $(.SHELLSTATUS))
$(info $(shell cat missing 2>/dev/null) $(.SHELLSTATUS))
$(info $(shell cat missing; cat < missing) $(.SHELLSTATUS))
$(info $(shell A=1 env | grep ^A=; A=2; echo $$A) $(.SHELLSTATUS))
$(info $(shell uname -s | sed -e s/i.86/x86/) $(.SHELLSTATUS))
$(info $(shell sh -c '(sleep 0.2; echo late) & echo early'; echo) $(.SHELLSTATUS))
$(info $(shell echo $$$$ | tr 0-9 n | cut -c1) $(.SHELLSTATUS))
$(info $(shell [ 120200 -ge 90000 ] && echo y) $(.SHELLSTATUS))
$(info $(shell exec >&2; echo to stderr) $(.SHELLSTATUS))
$(info $(shell echo x >/dev/stdout; echo y > d/file; cat d/file; rm -f d/file; rm -rf d) $(.SHELLSTATUS))
all: ; @:

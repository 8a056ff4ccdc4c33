#: sort
#: file sub.mk
#| T := $(shell set -e; TMP=.tmp_$$$$; mkdir $$TMP; trap "rm -rf $$TMP" EXIT; echo $(N) > $$TMP/a; sleep 0.05; cat $$TMP/a)
#| all: ; @TMP=.tmp_$$$$; mkdir $$TMP && echo $(T) > $$TMP/b && sleep 0.05 && cat $$TMP/b && rm -r $$TMP
#: run -j4
all: 1 2 3 4
1 2 3 4: ; @$(MAKE) --no-print-directory -f sub.mk N=$@

#: run -k -i 2>&1
T := a b c d e f g h i j k l m
K := sh -c 'kill -9 $$$$'
all: $T
# A subshell becomes its last command; then the shell outside tells, on its own standard error.
a: ; @($K) 2>/dev/null; echo $$?
b: ; @($K; echo $$?) 2>/dev/null
c: ; @($K; :) 2>/dev/null; echo $$?
d: ; @(:; $K) 2>/dev/null; echo $$?
e: ; @((:; $K) 2>/dev/null); echo $$?
f: ; @((:; $K) 2>/dev/null; :); echo $$?
g: ; @(if $K; then :; else $K; fi) 2>/dev/null; echo $$?
h: ; @({ $K; } 2>/dev/null); echo $$?
i: ; @(for i in 1; do $K; done) 2>/dev/null; echo $$?
j: ; @(trap 'rm -f x' EXIT; $K) 2>/dev/null; echo $$?
k: ; @$K 2>/dev/null; echo $$?
l: ; @{ $K; } 2>/dev/null; echo $$?
m: ; @(! $K) 2>/dev/null; (true && $K) 2>/dev/null; (case x in x) $K;; esac) 2>/dev/null; echo $$?

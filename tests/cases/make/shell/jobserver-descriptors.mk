#: sort
#: run -j2 --jobserver-style=pipe 2>&1
all: a b
# Only lines that run make get them.
a: ; @:; ls /proc/self/fd | wc -l
b: ; +@:; ls /proc/self/fd | wc -l

#: run --nonsense 2>&1 | head -n 2
#: run -Z 2>&1 | head -n 2
#: run --nonsense >/dev/null 2>&1
all: ;

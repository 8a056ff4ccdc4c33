#: touch ld/libfoo.a ld/libbar.so
vpath %.a ld
vpath %.so ld
all: -lfoo -lbar ; @echo '$^'

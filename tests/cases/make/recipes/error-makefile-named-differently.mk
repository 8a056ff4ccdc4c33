#: as build.mk
#: run -f build.mk
#: run -f ./build.mk
all: ; @exit 1

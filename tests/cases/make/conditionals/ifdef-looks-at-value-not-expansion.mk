E =
A = $(E)
B :=
ifdef A
$(info A)
endif
ifdef B
$(info B)
else
$(info not B)
endif
ifndef NOPE
$(info not NOPE)
endif
all: ;

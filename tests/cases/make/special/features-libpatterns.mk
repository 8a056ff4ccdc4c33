$(info $(.LIBPATTERNS))
all: ;

#: mkdir d
#: run -I d
all: ; @echo $(firstword $(.INCLUDE_DIRS))

dir = src
src_files = one two
obj_$(dir) = $($(dir)_files:%=%.o)
all: ; @echo $(obj_src)

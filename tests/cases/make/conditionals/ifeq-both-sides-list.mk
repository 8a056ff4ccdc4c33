ifeq ($(sort b a),a b)
$(info sorted)
endif
all: ;

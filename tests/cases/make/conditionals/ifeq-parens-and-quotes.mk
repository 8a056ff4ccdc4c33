A = x
ifeq ($(A),x)
$(info 1)
endif
ifeq '$(A)' 'x'
$(info 2)
endif
ifeq "$(A)" "x"
$(info 3)
endif
ifeq "$(A)" 'x'
$(info 4)
endif
all: ;

include = 1
define = 2
ifdef = 3
endif = 4
all: ; @echo $(include)$(define)$(ifdef)$(endif)

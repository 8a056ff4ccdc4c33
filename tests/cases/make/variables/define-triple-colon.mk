X = $$y
define A :::=
$(X) line
endef
$(info $(value A) $(flavor A))
all: ;

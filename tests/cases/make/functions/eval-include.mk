#: file x.mk
#| X = included
$(eval include x.mk)
$(info $(X))
all: ;

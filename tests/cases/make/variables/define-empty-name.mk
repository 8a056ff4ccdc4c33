define
text
endef
all: ;

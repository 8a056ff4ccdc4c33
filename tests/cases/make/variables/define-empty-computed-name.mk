E =
define $(E)
text
endef
all: ;

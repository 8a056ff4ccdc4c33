define A # comment
text
endef # another
$(info [$(A)])
all: ;

define A
text
endef junk
$(info [$(A)])
all: ;

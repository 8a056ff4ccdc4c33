define R
all:
	@true
	@exit 3
endef
$(eval $(R))

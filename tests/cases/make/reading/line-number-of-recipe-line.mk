all:
	@true

	@true
# comment
	@exit 3

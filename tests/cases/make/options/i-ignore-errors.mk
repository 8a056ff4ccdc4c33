#: run -i
#: run --ignore-errors
all: ; false
	@exit 5
	echo end

.ONESHELL:
all:
	@cat <<END
	text $@
	END

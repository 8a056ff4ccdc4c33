#: mkdir d
all: ; @cd d; pwd | sed 's,.*/,,'
	@pwd | sed 's,.*/,,'

all: ; @echo '\#' # x
	@echo '\#'

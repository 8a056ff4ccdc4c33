MAKEFLAGS += X=fromflags
all: ; @echo '[$(X)]' '$(MAKEFLAGS)' $(origin X)

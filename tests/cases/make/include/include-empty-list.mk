E =
include $(E)
-include
all: ; @echo fine

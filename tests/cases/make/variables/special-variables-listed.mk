A = 1
all: ; @echo $(filter A CC MAKE .VARIABLES CURDIR,$(.VARIABLES))

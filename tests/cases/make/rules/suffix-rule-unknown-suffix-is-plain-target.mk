.zip.zap: ; @echo plain $@
all: .zip.zap
.DEFAULT_GOAL = all

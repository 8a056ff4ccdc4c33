E = $(error lazily)
all: ; @echo $(E)

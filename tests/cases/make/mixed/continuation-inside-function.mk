A := $(foreach x,a \
  b,<$(x)>)
all: ; @echo '$(A)'

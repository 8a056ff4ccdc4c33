all: ; @echo '$(MAKE)|$(MAKE_COMMAND)|$(MAKELEVEL)|$(origin MAKE_COMMAND)'

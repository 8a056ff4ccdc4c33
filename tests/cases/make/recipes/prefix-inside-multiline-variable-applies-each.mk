define two
@echo a
echo b
endef
all: ; $(two)

.ONESHELL:
define body
X=5
echo $$X
endef
all:
	@$(body)

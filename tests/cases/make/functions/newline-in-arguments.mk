define nl


endef
$(info [$(words a$(nl)b)] [$(subst $(nl),;,a$(nl)b)] [$(strip a$(nl) b)])
all: ;

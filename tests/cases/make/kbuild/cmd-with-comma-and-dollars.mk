comma := ,
cmd_link = echo -Wl$(comma)-T$(comma)x.lds '$$ORIGIN' $(1)
all: ; @$(call cmd_link,-z$(comma)now)

#: file d/modules.order
#| d/x.ko
#| d/y.ko
#: file e/modules.order
cmd_order = { $(foreach m,$(real-prereqs),$(if $(filter %/modules.order,$m),cat $m;,echo $m;)) :; } > $@
real-prereqs = $(filter-out FORCE,$^)
modules.order: z.ko d/modules.order e/modules.order FORCE ; @$(cmd_order)
z.ko FORCE:

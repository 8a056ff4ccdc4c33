#: file write.mk
#| all: ; @sleep 0.05; sh ./step
#| $(info writing)
#: file read.mk
#| -include gen.mk
#| Y := $(shell cat gen.txt 2>/dev/null)
#| $(info $(GEN) $(Y) $(wildcard gen*) $(origin V) $(V))
#| all: out ; @cat out
#| out: gen.txt ; cp gen.txt $@
#: file step
#| echo GEN = 1 > gen.mk; echo one > gen.txt
#: run
#: run
#: exec echo 'echo GEN = 2 > gen.mk' > step
#: run
#: run
#: exec echo 'echo GEN = 3 > gen.new; touch -r gen.mk gen.new; mv gen.new gen.mk; echo two > gen.txt' > step
#: run
#: run
#: exec echo 'rm gen.mk; touch gen.other' > step
#: run
#: env V=set
#: run
#: exec echo 'echo "\$(info new)" >> read.mk' > step
#: run
#: exec echo 'rm read.mk' > step
#: run
all:
	@$(MAKE) -f write.mk
	@$(MAKE) -f read.mk
	@$(MAKE) -f read.mk A=$(words $(wildcard gen*))

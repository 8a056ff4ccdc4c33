all:
	@echo start
   ifeq (a,a)
	@echo yes
   endif

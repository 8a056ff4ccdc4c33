#: env MAKEFLAGS=-k
#: run
#: env MAKEFLAGS=ks
#: run
#: env MAKEFLAGS=X=1 -n
#: run
#: env MAKEFLAGS=s -- Y=2
#: run
all: ; +@echo '$(MAKEFLAGS) [$(X)$(Y)] $(origin X) $(origin Y)'

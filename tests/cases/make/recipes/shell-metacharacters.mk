#: touch f1 f2
all:
	@echo a; echo b
	@echo a && echo b
	@echo "x y"
	@echo 'x $$y'
	@echo a\ b
	@echo f*
	@echo ~ | wc -l
	@V=1 env | grep '^V='
	@(echo sub)
	@{ echo brace; }
	@echo `echo back`
	@! false
	@[ a = a ] && echo test
	@if true; then echo if; fi
	@case x in x) echo case;; esac
	@for i in 1 2; do echo $$i; done
	@while false; do :; done

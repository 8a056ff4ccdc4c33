all: ; $(file >$@.txt,$(foreach i,1 2 3,$i))@cat $@.txt

#: file a.mk
#| $(info included late)
all: ; $(eval include a.mk)@echo ok

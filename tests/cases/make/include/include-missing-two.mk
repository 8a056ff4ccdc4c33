include nothere1.mk nothere2.mk
all: ;

A := $(file >nodir/x,text)
all: ;

#: run
#: run V=1
AM_DEFAULT_V = 0
V_ = $(am__v_$(AM_DEFAULT_V))
am__v_0 = @echo "  CC      " $@;
am__v_1 =
V_CC = $(am__v_CC_$(V))
am__v_CC_ = $(am__v_CC_$(AM_DEFAULT_V))
am__v_CC_0 = @echo "  CC      " $@;
am__v_CC_1 =
all: a.o
a.o: ; $(V_CC)echo compile > /dev/null

all: ; @echo '$(CC)|$(CXX)|$(AR)|$(ARFLAGS)|$(RM)|$(AS)|$(LEX)|$(YACC)|$(CPP)|$(FC)|$(LD)|$(COMPILE.c)|$(LINK.o)|$(OUTPUT_OPTION)'

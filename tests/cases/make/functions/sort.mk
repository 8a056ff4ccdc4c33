$(info [$(sort c a b a)] [$(sort )] [$(sort Z a A z _ 10 9 1)] [$(sort  x   y x )])
all: ;

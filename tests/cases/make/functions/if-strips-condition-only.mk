E :=
$(info [$(if $(E) ,yes,no)] [$(if  x , yes , no )] [$(if , yes , no )])
all: ;

	  
all: ; @echo ok

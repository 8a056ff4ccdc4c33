$(info [$(findstring a,b a c)] [$(findstring a,b c)] [$(findstring ,abc)] [$(findstring b a,b a c)])
all: ;

.SECONDEXPANSION:
all: $$$$x ; @echo '$^'
%: ; @echo 'any $@'

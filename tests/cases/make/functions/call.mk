two = $2-$1
$(info [$(call two,a,b)] [$(call two,a)] [$(call two, a , b )] [$(call nope,a)] [$(call two)])
all: ;

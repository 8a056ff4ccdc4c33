#: touch d/a
#: exec ln -s d link
$(info [$(subst $(CURDIR),.,$(abspath x ./x ../w/x d/../y //z /a/./b/../c ))])
$(info [$(subst $(CURDIR),.,$(realpath d/a link/a nope . d/../d))])
$(info [$(abspath )] [$(abspath /..)] [$(abspath /)])
all: ;

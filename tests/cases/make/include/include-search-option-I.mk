#: file d/a.mk
#| $(info d)
#: file e/a.mk
#| $(info e)
#: run -I d -I e
#: run -Ie
#: run
#: run --include-dir=d
include a.mk
all: ;

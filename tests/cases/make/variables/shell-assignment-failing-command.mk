A != exit 7
$(info [$(A)] $(.SHELLSTATUS))
all: ;

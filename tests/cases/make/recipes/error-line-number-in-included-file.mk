#: file inc.mk
#| 
#| all:
#| 	@true
#| 	@exit 4
include inc.mk

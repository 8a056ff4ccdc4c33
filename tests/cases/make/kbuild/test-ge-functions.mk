test-lt = $(intcmp $(strip $1)0,$(strip $2)0,y,)
test-ge = $(if $(call test-lt,$1,$2),,y)
all: ; @echo '[$(call test-lt, 90, 100)] [$(call test-ge, 120200, 90000)] [$(call test-lt, 5, 5)] [$(call test-ge,,1)]'

W := $(foreach a,0 1 2 3 4 5 6 7 8 9,$(foreach b,0 1 2 3 4 5 6 7 8 9,$a$b))
$(info $(filter 11 22 33 44 55 66 77 88 99 00 12 %5,$(W)))
$(info $(words $(filter-out 11 22 33 44 55 66 77 88 99 00 12 %5,$(W))))
all: ;

$(eval A = 1 # comment)
$(eval B = one \
  two)
$(info [$(A)] [$(B)])
all: ;

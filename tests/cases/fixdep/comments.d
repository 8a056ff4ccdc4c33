# a comment with x: y
x.o: @FILES@/a.c # @FILES@/nothing.h\
 more comment
 @FILES@/b.h

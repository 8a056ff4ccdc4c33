#: touch a.s1
.SUFFIXES: .s1 .s2 .s3
.s1.s2: ; cp $< $@
.s2.s3: ; cp $< $@
all: a.s3
.DEFAULT_GOAL = all

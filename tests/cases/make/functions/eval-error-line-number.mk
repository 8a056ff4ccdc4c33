all: ;

$(eval junk line)

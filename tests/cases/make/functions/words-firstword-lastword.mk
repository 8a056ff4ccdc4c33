$(info [$(words a  b c)] [$(words )] [$(firstword  a b)] [$(firstword )] [$(lastword a b )] [$(lastword )])
all: ;

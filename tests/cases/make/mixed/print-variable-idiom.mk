#: run print-A print-CC
A = value
print-%: ; @echo '$* = $($*) ($(origin $*))'

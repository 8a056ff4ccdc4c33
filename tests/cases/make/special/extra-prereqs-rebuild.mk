#: touch a @-20
#: touch x @-10
a: .EXTRA_PREREQS = x
a: ; @echo rebuild '[$?]'

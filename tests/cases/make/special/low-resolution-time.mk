#: touch a @-10
#: touch b @-10
.LOW_RESOLUTION_TIME: a
a: b ; @echo never

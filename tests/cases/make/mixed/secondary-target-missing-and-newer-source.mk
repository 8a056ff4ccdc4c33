#: touch s @-30
#: touch t @-20
#: run
#: touch s
#: run
.SECONDARY: m
t: m ; @echo t; touch t
m: s ; @echo m; touch m

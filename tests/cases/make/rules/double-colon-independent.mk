#: touch a @-10
#: touch t @-5
t:: a ; @echo from a
t:: b ; @echo from b
b: ; @echo make b

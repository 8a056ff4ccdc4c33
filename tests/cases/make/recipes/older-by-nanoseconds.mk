#: exec touch -d '2020-01-01 00:00:00.000000001' a; touch -d '2020-01-01 00:00:00.000000002' b
#: run b
#: run a
b: a ; @echo b
a: ; @echo never
c: b ; @echo c

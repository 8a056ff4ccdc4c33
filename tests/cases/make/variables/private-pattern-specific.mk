%.x: private A = p
a.x: b.y ; @echo $@ '[$(A)]'
b.y: ; @echo $@ '[$(A)]'

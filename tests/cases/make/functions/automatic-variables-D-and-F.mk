d/out: a.x e/b.x ; @echo '$(@D) $(@F) $(<D) $(<F) $(?D) $(?F) $(^D) $(^F) $(+D) $(+F) [$(*D)] [$(*F)]'
a.x e/b.x: ;

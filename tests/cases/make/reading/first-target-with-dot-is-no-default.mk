.hidden: ; @echo hidden
visible: ; @echo visible

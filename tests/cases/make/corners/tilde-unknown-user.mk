all: ~nosuchuser/x ; @echo all

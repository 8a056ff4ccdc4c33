#: run --debug=n
#: run --debug=b,n
all: ; @echo x

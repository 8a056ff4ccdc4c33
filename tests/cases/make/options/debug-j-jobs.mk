#: run --debug=j | sed -e 's/0x[0-9a-f]*/PTR/g' -e 's/ [0-9][0-9]*/ PID/g' | sort
all: ; @echo x

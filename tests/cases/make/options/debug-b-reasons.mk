#: touch n @-5
#: touch o @-10
#: run --debug=b o miss | sed -n '/^Reading makefiles/,$p'
#: run --debug=basic n | tail -n 1
o: n ; @:
miss: o ; @:

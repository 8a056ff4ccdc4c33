#: touch n @-5
#: touch o @-10
#: run --debug=b o miss | grep -v 'Copyright\|License\|^This is\|^Built\|^GNU\|^There'
#: run --debug=basic n | tail -n 1
o: n ; @:
miss: o ; @:

lib: %lib: %x.c ; @echo '[$*] $<'
x.c: ;

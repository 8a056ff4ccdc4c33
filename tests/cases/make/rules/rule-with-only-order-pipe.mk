all: | ; @echo '[$^][$|]'

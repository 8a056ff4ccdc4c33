#: run -I -
all: ; @echo '[$(.INCLUDE_DIRS)]'

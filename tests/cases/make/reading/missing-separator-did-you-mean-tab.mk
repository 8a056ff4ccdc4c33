all:
    @echo hi

all:
        echo hello

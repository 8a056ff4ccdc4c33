case $(uname -r) in *amd64*) echo "#define GEN 1" > src/gen.h;; *) echo "#define BAD" > src/gen.h;; esac

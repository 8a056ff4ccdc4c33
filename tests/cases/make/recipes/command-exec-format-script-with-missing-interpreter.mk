#: exec printf '#!/nothere/interp\n' > s; chmod +x s
all: ; ./s

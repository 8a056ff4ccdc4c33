export a.b = 1
export c-d = 2
all: ; @env | grep -E '^(a.b|c-d)' | sort || echo none

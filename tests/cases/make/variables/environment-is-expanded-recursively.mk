#: env FOO=$(X)-$$y
X = seen
all: ; @echo '$(FOO)'

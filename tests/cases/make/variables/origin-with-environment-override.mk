#: env ENV=1
#: run -e
ENV = 2
all: ; @echo $(ENV) $(origin ENV)

Ä = grün
all: ; @echo '$(Ä) ☃'

.ONESHELL:
all:
	@X=1
	echo "X=$$X"
	cd /
	pwd

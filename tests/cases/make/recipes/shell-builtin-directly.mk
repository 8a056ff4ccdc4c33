all:
	cd .
	exit 0
	:
	true
	umask >/dev/null
	export
	read x < /dev/null || true

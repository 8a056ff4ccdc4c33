all:
	@printf '<%s>\n' a 'b c' "d e" f\ g '' "" 'h'"i"
	@printf '<%s>\n' "a\"b" 'a\b' a\\b

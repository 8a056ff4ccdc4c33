all:
	  echo blanks
		echo two tabs
	  @echo blanks at

#: touch out
.DELETE_ON_ERROR:
out: FORCE ; @false
FORCE:

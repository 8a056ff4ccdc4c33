#: exec printf '#!/bin/sh\necho hi\n' > tool.sh
#: run tool
#: run tool
all:

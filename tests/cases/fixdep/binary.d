binaryÿş: @FILES@/a.c
€
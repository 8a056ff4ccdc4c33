#: run out 2>&1; echo $?; ls
out: ; @P=$$PPID; :; echo half > $@; sh -c "kill -INT $$P; sleep 0.3"; echo goes on

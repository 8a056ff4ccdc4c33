ifdef FOO
endif
else-where

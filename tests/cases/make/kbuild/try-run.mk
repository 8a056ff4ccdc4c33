TMPOUT = $(if $(KBUILD_EXTMOD),$(firstword $(KBUILD_EXTMOD))/).tmp_$$$$
try-run = $(shell set -e; TMP=$(TMPOUT)/tmp; trap "rm -rf $(TMPOUT)" EXIT; mkdir -p $(TMPOUT); if ($(1)) >/dev/null 2>&1; then echo "$(2)"; else echo "$(3)"; fi)
__cc-option = $(call try-run,test $(1) = -good,$(1),$(2))
X := $(call __cc-option,-good,-fallback)
Y := $(call __cc-option,-bad,-fallback)
all: ; @echo '$(X) $(Y)'

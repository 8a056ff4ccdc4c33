// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pci.h>

#include "8123_if.h"

static int probe_8123(struct pci_dev *device, const struct pci_device_id *id)
{
	u32 i;
	int error = pcim_enable_device(device);

	if (error)
		return error;
	for (i = 0; i < le32_to_cpu(blob_8123.register_count); i++)
		pci_info(device, "register %u at %#x\n", i,
			 le32_to_cpu(blob_8123.registers[i]));
	return 0;
}

/* No card has these numbers: the driver loads and binds to nothing. */
static const struct pci_device_id ids_8123[] = {
	{ PCI_DEVICE(0x8123, 0x8123) },
	{ }
};
MODULE_DEVICE_TABLE(pci, ids_8123);

static struct pci_driver driver_8123 = {
	.name = "8123",
	.id_table = ids_8123,
	.probe = probe_8123,
};

int pci_8123_register(void)
{
	return pci_register_driver(&driver_8123);
}

void pci_8123_unregister(void)
{
	pci_unregister_driver(&driver_8123);
}

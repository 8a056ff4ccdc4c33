/* Tables with members by name: their aliases do not depend on how the compiler lays them out. */
#include <linux/kconfig.h>
#ifdef __i386__
#undef CONFIG_64BIT
#endif
#include <linux/mod_devicetable.h>
#define INFO(n, t) static const char n[] __attribute__((used, section(".modinfo"), aligned(1))) = t
INFO(a, "license=GPL"); INFO(b, "description=x");
#define TABLE(bus, type, ...) struct type bus##_table[] = { __VA_ARGS__, { } }; \
	extern __typeof__(bus##_table) __mod_##bus##__table_device_table __attribute__((alias(#bus "_table"))); \
	extern __typeof__(bus##_table) __mod_device_table__kmod_x__##bus##__table __attribute__((alias(#bus "_table")))
TABLE(pci, pci_device_id, { .vendor = 0x8086, .device = 0x1234, .subvendor = ~0, .subdevice = ~0, .class = 0x20000, .class_mask = 0xffff00, .driver_data = 7 },
	{ .vendor = 0x10ec, .device = ~0, .subvendor = 1, .subdevice = 2 });
TABLE(usb, usb_device_id, { .match_flags = 3, .idVendor = 0x1d6b, .idProduct = 2, .driver_info = 9 }, { .match_flags = 0x380, .bInterfaceClass = 3, .bInterfaceSubClass = 1 });
TABLE(of, of_device_id, { .name = "n", .compatible = "vendor,part" }, { .compatible = "other", .data = of_table });
TABLE(acpi, acpi_device_id, { .id = "ABC0001", .driver_data = 3 }, { .cls = 0x010802, .cls_msk = 0xffffff });
TABLE(i2c, i2c_device_id, { .name = "chip", .driver_data = 1 });
TABLE(spi, spi_device_id, { .name = "flash" });
TABLE(platform, platform_device_id, { .name = "device" });
TABLE(hid, hid_device_id, { .bus = 3, .group = 1, .vendor = 0x46d, .product = 0xffffffff }, { .bus = 5, .vendor = 1, .product = 2 });
TABLE(input, input_device_id, { .flags = 0x10 | 0x20, .evbit = { 2 | 1 << 20 }, .keybit = { 1 << 30 } });
TABLE(virtio, virtio_device_id, { .device = 2, .vendor = 0xffffffff });
TABLE(dmi, dmi_system_id, { .ident = "x", .matches = { { .slot = DMI_SYS_VENDOR, .substr = "Vendor" }, { .slot = DMI_PRODUCT_NAME, .exact_match = 1, .substr = "Name 1" } } });

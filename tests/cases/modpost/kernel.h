/* What the kernel's headers make of a module, for objects of any kernel version at once. */
#define PASTE2(a, b) a##b
#define PASTE(a, b) PASTE2(a, b)
#define MODULE_INFO(tag, text) \
	static const char PASTE(__modinfo_, __COUNTER__)[] __attribute__((used, section(".modinfo"), aligned(1))) = #tag "=" text
#define MODULE_LICENSE(text) MODULE_INFO(license, text)
#define MODULE_DESCRIPTION(text) MODULE_INFO(description, text)
#define GOOD_MODULE MODULE_LICENSE("GPL"); MODULE_DESCRIPTION("a case")

#if __SIZEOF_POINTER__ == 8
#define ADDRESS ".quad"
#else
#define ADDRESS ".long"
#endif
/* An export in the forms of up to 5.18, of 6.0 to 6.4, and from 6.5 on. */
#define EXPORT_TO(sym, suffix, licence, space) \
	asm(".section \"___ksymtab" suffix "+" #sym "\",\"a\"\n.balign 8\n__ksymtab_" #sym ": " ADDRESS " " #sym "\n.previous\n" \
	    ".section \"__ksymtab_strings\",\"aMS\",%progbits,1\n__kstrtabns_" #sym ": .asciz \"" space "\"\n.previous\n" \
	    ".section .export_symbol,\"a\"\n__export_symbol_" #sym ": .asciz \"" licence "\"\n.asciz \"" space "\"\n.balign 8\n" ADDRESS " " #sym "\n.previous\n")
#define EXPORT(sym) EXPORT_TO(sym, "", "", "")
#define EXPORT_GPL(sym) EXPORT_TO(sym, "_gpl", "GPL", "")
#define EXPORT_NS(sym, space) EXPORT_TO(sym, "", "", space)
/* The CRC as a symbol of the object (5.10). */
#define CRC(sym, value) asm(".section \"___kcrctab+" #sym "\",\"a\"\n__crc_" #sym ": .long " #value "\n.previous\n")

#define IN(name) __attribute__((used, noinline, section(name)))

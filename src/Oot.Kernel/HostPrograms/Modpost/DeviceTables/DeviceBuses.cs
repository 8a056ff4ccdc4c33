namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>
/// Every kind of device table that some kernel's modpost knows (kernel scripts/mod/file2alias.c). A kernel whose headers lack the structure does not know the kind; where that
/// does not tell, a trait does.
/// </summary>
internal static class DeviceBuses
{
    /// <param name="name">As <c>MODULE_DEVICE_TABLE</c> has it.</param>
    public static DeviceBus? Find(string name, ModpostTraits traits) => name switch
    {
        "hid" => Of("hid_device_id", name, InputAliases.Hid),
        "ieee1394" => Of("ieee1394_device_id", name, CardAliases.Ieee1394),
        "pci" => Of("pci_device_id", name, PciAliases.Pci),
        "ccw" => Of("ccw_device_id", name, ChannelAliases.Ccw),
        "ap" => Of("ap_device_id", name, ChannelAliases.Ap),
        "css" => Of("css_device_id", name, ChannelAliases.Css),
        "serio" => Of("serio_device_id", name, InputAliases.Serio),
        "acpi" => Of("acpi_device_id", name, PnpAliases.Acpi),
        "pcmcia" => Of("pcmcia_device_id", name, CardAliases.Pcmcia),
        "vio" => Of("vio_device_id", name, NameAliases.Vio),
        "input" => Of("input_device_id", name, InputAliases.Input),
        "eisa" => Of("eisa_device_id", name, NameAliases.Eisa),
        "parisc" => Of("parisc_device_id", name, ChipAliases.PaRisc),
        "sdio" => Of("sdio_device_id", name, CardAliases.Sdio),
        "ssb" => Of("ssb_device_id", name, ChipAliases.Ssb),
        "bcma" => Of("bcma_device_id", name, ChipAliases.Bcma),
        "virtio" => Of("virtio_device_id", name, ChannelAliases.Virtio),
        "vmbus" => Of("hv_vmbus_device_id", name, UuidAliases.Vmbus),
        "rpmsg" => Of("rpmsg_device_id", name, NameAliases.Rpmsg),
        "i2c" => Of("i2c_device_id", name, NameAliases.I2c),
        "i3c" => Of("i3c_device_id", name, ChipAliases.I3c),
        "slim" => traits.Has(ModpostTrait.Slimbus) ? Of("slim_device_id", name, ChipAliases.Slim) : null,
        "spi" => Of("spi_device_id", name, NameAliases.Spi),
        "dmi" => Of("dmi_system_id", name, DmiAliases.Dmi),
        "platform" => Of("platform_device_id", name, NameAliases.Platform),
        "mdio" => Of("mdio_device_id", name, MaskAliases.Mdio),
        "zorro" => Of("zorro_device_id", name, CardAliases.Zorro),
        "isapnp" => Of("isapnp_device_id", name, PnpAliases.IsaPnp),
        "ipack" => Of("ipack_device_id", name, CardAliases.Ipack),
        "amba" => Of("amba_id", name, MaskAliases.Amba),
        "mipscdmm" => Of("mips_cdmm_device_id", name, ChipAliases.MipsCdmm),
        "x86cpu" => Of("x86_cpu_id", name, CpuAliases.X86),
        "cpu" => Of("cpu_feature", name, CpuAliases.Feature),
        "mcb" => traits.Has(ModpostTrait.Mcb) ? Of("mcb_device_id", name, ChipAliases.Mcb) : null,
        "mei" => Of("mei_cl_device_id", name, UuidAliases.Mei),
        "rapidio" => Of("rio_device_id", name, ChannelAliases.RapidIo),
        "ulpi" => Of("ulpi_device_id", name, ChipAliases.Ulpi),
        "hdaudio" => Of("hda_device_id", name, ChipAliases.HdAudio),
        "sdw" => Of("sdw_device_id", name, ChipAliases.SoundWire),
        "fslmc" => Of("fsl_mc_device_id", name, NameAliases.FslMc),
        "tbsvc" => Of("tb_service_id", name, NameAliases.Thunderbolt),
        "typec" => Of("typec_device_id", name, ChipAliases.TypeC),
        "tee" => Of("tee_client_device_id", name, UuidAliases.Tee),
        "wmi" => Of("wmi_device_id", name, UuidAliases.Wmi),
        "mhi" => Of("mhi_device_id", name, NameAliases.Mhi),
        "mhi_ep" => Of("mhi_device_id", name, NameAliases.MhiEndpoint),
        "auxiliary" => Of("auxiliary_device_id", name, NameAliases.Auxiliary),
        "ssam" => Of("ssam_device_id", name, ChipAliases.Ssam),
        "dfl" => Of("dfl_device_id", name, ChipAliases.Dfl),
        "ishtp" => Of("ishtp_device_id", name, UuidAliases.Ishtp),
        "cdx" => Of("cdx_device_id", name, PciAliases.Cdx),
        "vchiq" => Of("vchiq_device_id", name, NameAliases.Vchiq),
        "coreboot" => Of("coreboot_device_id", name, ChipAliases.Coreboot),
        "of" => Of("of_device_id", name, NameAliases.DeviceTree),
        "usb" => Of("usb_device_id", name, UsbAliases.Usb),
        "pnp" => Of("pnp_device_id", name, PnpAliases.Pnp),
        "pnp_card" => Of("pnp_card_device_id", "pnp", PnpAliases.PnpCard),
        _ => null,
    };

    private static DeviceBus Of(string structure, string messageName, Action<DeviceEntry> write) => new(structure, write, messageName);
}

using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>Parts that several elements have.</summary>
internal static class PartForms
{
    public static Form<AgencyId> Agency { get; } = MakeAgency();

    public static Form<Costs> Costs { get; } = MakeCosts();

    public static Form<BibliographicItemId> ItemId { get; } = MakeItemId();

    public static Form<BibliographicRecordId> RecordId { get; } = MakeRecordId();

    public static Form<ElectronicAddress> ElectronicAddress { get; } = MakeElectronicAddress();

    public static Form<PhysicalAddress> PhysicalAddress { get; } = MakePhysicalAddress();

    public static Form<Address> Address { get; } = MakeAddress();

    private static Form<AgencyId> MakeAgency()
    {
        const string Model = "agencyIdType agencyIdValue";
        var f = new FormBuilder<AgencyId>();
        var type = f.DemandedCode("agencyIdType", a => a.AgencyIdType);
        var value = f.NamedId("agencyIdValue", a => a.AgencyIdValue);
        return f.Build(Model, Model, s => new() { AgencyIdType = s.One(type) ?? Code.None, AgencyIdValue = s.One(value) ?? "" });
    }

    private static Form<Costs> MakeCosts()
    {
        const string Model = "currencyCode monetaryValue";
        var f = new FormBuilder<Costs>();
        var currency = f.DemandedCode("currencyCode", c => c.CurrencyCode);
        var amount = f.Maybe("monetaryValue", AmountKind.Instance, c => c.MonetaryValue);
        return f.Build(Model, Model, s => new() { CurrencyCode = s.One(currency) ?? Code.None, MonetaryValue = s.Maybe(amount) });
    }

    private static Form<BibliographicItemId> MakeItemId()
    {
        var f = new FormBuilder<BibliographicItemId>();
        var code = f.DemandedCode("bibliographicItemIdentifierCode", b => b.BibliographicItemIdentifierCode);
        var identifier = f.NamedId("bibliographicItemIdentifier", b => b.BibliographicItemIdentifier);
        return f.Build(
            v12: "bibliographicItemIdentifier bibliographicItemIdentifierCode",
            v21: "bibliographicItemIdentifierCode bibliographicItemIdentifier",
            s => new() { BibliographicItemIdentifierCode = s.One(code) ?? Code.None, BibliographicItemIdentifier = s.One(identifier) ?? "" });
    }

    private static Form<BibliographicRecordId> MakeRecordId()
    {
        const string Model = "bibliographicRecordIdentifierCode bibliographicRecordIdentifier";
        var f = new FormBuilder<BibliographicRecordId>();
        var code = f.DemandedCode("bibliographicRecordIdentifierCode", b => b.BibliographicRecordIdentifierCode);
        var identifier = f.NamedId("bibliographicRecordIdentifier", b => b.BibliographicRecordIdentifier);
        return f.Build(
            Model, Model,
            s => new() { BibliographicRecordIdentifierCode = s.One(code) ?? Code.None, BibliographicRecordIdentifier = s.One(identifier) ?? "" });
    }

    private static Form<ElectronicAddress> MakeElectronicAddress()
    {
        const string Model = "electronicAddressType electronicAddressData";
        var f = new FormBuilder<ElectronicAddress>();
        var type = f.DemandedCode("electronicAddressType", a => a.ElectronicAddressType);
        var data = f.NamedId("electronicAddressData", a => a.ElectronicAddressData);
        return f.Build(Model, Model, s => new() { ElectronicAddressType = s.One(type) ?? Code.None, ElectronicAddressData = s.One(data) ?? "" });
    }

    private static Form<PhysicalAddress> MakePhysicalAddress()
    {
        const string Model = "line1? line2? locality? postalCode? region? country?";
        var f = new FormBuilder<PhysicalAddress>();
        var line1 = f.Text("line1", a => a.Line1);
        var line2 = f.Text("line2", a => a.Line2);
        var locality = f.Text("locality", a => a.Locality);
        var postalCode = f.Text("postalCode", a => a.PostalCode);
        var region = f.One("region", CodeKind.Region, a => a.Region);
        var country = f.Code("country", a => a.Country);
        return f.Build(Model, Model, s => new()
        {
            Line1 = s.One(line1),
            Line2 = s.One(line2),
            Locality = s.One(locality),
            PostalCode = s.One(postalCode),
            Region = s.One(region),
            Country = s.One(country),
        });
    }

    private static Form<Address> MakeAddress()
    {
        const string Model = "electronicAddress|physicalAddress";
        var f = new FormBuilder<Address>();
        var electronic = f.Form("electronicAddress", ElectronicAddress, a => a.ElectronicAddress);
        var physical = f.Form("physicalAddress", PhysicalAddress, a => a.PhysicalAddress);
        return f.Build(Model, Model, s => new() { ElectronicAddress = s.One(electronic), PhysicalAddress = s.One(physical) });
    }
}

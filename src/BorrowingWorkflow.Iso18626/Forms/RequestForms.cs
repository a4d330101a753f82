using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The parts of a request.</summary>
internal static class RequestForms
{
    public static Form<BibliographicInfo> Bibliographic { get; } = MakeBibliographic();

    public static Form<PublicationInfo> Publication { get; } = MakePublication();

    public static Form<ServiceInfo> Service { get; } = MakeService();

    public static Form<SupplierInfo> Supplier { get; } = MakeSupplier();

    public static Form<RequestedDeliveryInfo> Delivery { get; } = MakeDelivery();

    public static Form<RequestingAgencyInfo> Agency { get; } = MakeAgency();

    public static Form<PatronInfo> Patron { get; } = MakePatron();

    public static Form<BillingInfo> Billing { get; } = MakeBilling();

    private static Form<BibliographicInfo> MakeBibliographic()
    {
        var f = new FormBuilder<BibliographicInfo>();
        var record = f.Id("supplierUniqueRecordId", b => b.SupplierUniqueRecordId);
        var title = f.Text("title", b => b.Title);
        var author = f.Text("author", b => b.Author);
        var authorId = f.Id("authorId", b => b.AuthorId);
        var subtitle = f.Text("subtitle", b => b.Subtitle);
        var series = f.Text("seriesTitle", b => b.SeriesTitle);
        var edition = f.Text("edition", b => b.Edition);
        var component = f.Text("titleOfComponent", b => b.TitleOfComponent);
        var componentAuthor = f.Text("authorOfComponent", b => b.AuthorOfComponent);
        var volume = f.Texts("volume", b => b.Volume);
        var issue = f.Text("issue", b => b.Issue);
        var pages = f.Text("pagesRequested", b => b.PagesRequested);
        var pageCount = f.Text("estimatedNoPages", b => b.EstimatedNoPages);
        var itemIds = f.Forms("bibliographicItemId", PartForms.ItemId, b => b.BibliographicItemId);
        var sponsor = f.Text("sponsor", b => b.Sponsor);
        var source = f.Text("informationSource", b => b.InformationSource);
        var recordIds = f.Forms("bibliographicRecordId", PartForms.RecordId, b => b.BibliographicRecordId);
        return f.Build(
            v12: "supplierUniqueRecordId? title? author? subtitle? seriesTitle? edition? titleOfComponent? authorOfComponent? volume? issue? "
                + "pagesRequested? estimatedNoPages? bibliographicItemId* sponsor? informationSource? bibliographicRecordId*",
            v21: "supplierUniqueRecordId? title? author? authorId? subtitle? seriesTitle? edition? titleOfComponent? authorOfComponent? volume* issue? "
                + "pagesRequested? estimatedNoPages? bibliographicItemId* sponsor? informationSource? bibliographicRecordId*",
            s => new()
            {
                SupplierUniqueRecordId = s.One(record),
                Title = s.One(title),
                Author = s.One(author),
                AuthorId = s.One(authorId),
                Subtitle = s.One(subtitle),
                SeriesTitle = s.One(series),
                Edition = s.One(edition),
                TitleOfComponent = s.One(component),
                AuthorOfComponent = s.One(componentAuthor),
                Volume = s.Many(volume),
                Issue = s.One(issue),
                PagesRequested = s.One(pages),
                EstimatedNoPages = s.One(pageCount),
                BibliographicItemId = s.Many(itemIds),
                Sponsor = s.One(sponsor),
                InformationSource = s.One(source),
                BibliographicRecordId = s.Many(recordIds),
            });
    }

    private static Form<PublicationInfo> MakePublication()
    {
        var f = new FormBuilder<PublicationInfo>();
        var publisher = f.Text("publisher", p => p.Publisher);
        var publisherId = f.Id("publisherId", p => p.PublisherId);
        var type = f.Code("publicationType", p => p.PublicationType);
        var date = f.Text("publicationDate", p => p.PublicationDate);
        var place = f.Text("placeOfPublication", p => p.PlaceOfPublication);
        return f.Build(
            v12: "publisher? publicationType? publicationDate? placeOfPublication?",
            v21: "publisher? publisherId? publicationType? publicationDate? placeOfPublication?",
            s => new()
            {
                Publisher = s.One(publisher),
                PublisherId = s.One(publisherId),
                PublicationType = s.One(type),
                PublicationDate = s.One(date),
                PlaceOfPublication = s.One(place),
            });
    }

    private static Form<ServiceInfo> MakeService()
    {
        var f = new FormBuilder<ServiceInfo>();
        var requestType = f.Listed("requestType", Kinds.RequestType, i => i.RequestType);
        var subType = f.Many("requestSubType", Kinds.RequestSubType, i => i.RequestSubType);
        var previous = f.Id("requestingAgencyPreviousRequestId", i => i.RequestingAgencyPreviousRequestId);
        var serviceType = f.Listed("serviceType", Kinds.ServiceType, i => i.ServiceType);
        var level = f.Code("serviceLevel", i => i.ServiceLevel);
        var format = f.Code("itemFormat", i => i.ItemFormat, name12: "preferredFormat");
        var needBefore = f.Time("needBeforeDate", i => i.NeedBeforeDate);
        var copyright = f.Code("copyrightCompliance", i => i.CopyrightCompliance);
        var anyEdition = f.Listed("anyEdition", Kinds.YesNo, i => i.AnyEdition);
        var edition = f.Listed("preferredEdition", Kinds.PreferredEdition, i => i.PreferredEdition);
        var conditions = f.Codes("loanCondition", i => i.LoanCondition);
        var start = f.Time("startDate", i => i.StartDate);
        var end = f.Time("endDate", i => i.EndDate);
        var note = f.Text("note", i => i.Note);
        return f.Build(
            v12: "requestType? requestSubType{3} requestingAgencyPreviousRequestId? serviceType serviceLevel? preferredFormat? needBeforeDate? "
                + "copyrightCompliance? anyEdition? startDate? endDate? note?",
            v21: "requestType? requestSubType* requestingAgencyPreviousRequestId? serviceType serviceLevel? itemFormat? needBeforeDate? "
                + "copyrightCompliance? anyEdition? preferredEdition? loanCondition* startDate? endDate? note?",
            s => new()
            {
                RequestType = s.Maybe(requestType) ?? default,
                RequestSubType = s.Many(subType),
                RequestingAgencyPreviousRequestId = s.One(previous),
                ServiceType = s.Maybe(serviceType) ?? default,
                ServiceLevel = s.One(level),
                ItemFormat = s.One(format),
                NeedBeforeDate = s.Maybe(needBefore),
                CopyrightCompliance = s.One(copyright),
                AnyEdition = s.Maybe(anyEdition) ?? default,
                PreferredEdition = s.Maybe(edition) ?? default,
                LoanCondition = s.Many(conditions),
                StartDate = s.Maybe(start),
                EndDate = s.Maybe(end),
                Note = s.One(note),
            });
    }

    private static Form<SupplierInfo> MakeSupplier()
    {
        const string Model = "sortOrder? supplierCode? supplierDescription? bibliographicRecordId? callNumber? summaryHoldings? availabilityNote?";
        var f = new FormBuilder<SupplierInfo>();
        var order = f.Maybe("sortOrder", NumberKind.Instance, i => i.SortOrder);
        var code = f.Form("supplierCode", PartForms.Agency, i => i.SupplierCode);
        var description = f.Text("supplierDescription", i => i.SupplierDescription);
        var record = f.Form("bibliographicRecordId", PartForms.RecordId, i => i.BibliographicRecordId);
        var callNumber = f.Text("callNumber", i => i.CallNumber);
        var holdings = f.Text("summaryHoldings", i => i.SummaryHoldings);
        var availability = f.Text("availabilityNote", i => i.AvailabilityNote);
        return f.Build(Model, Model, s => new()
        {
            SortOrder = s.Maybe(order),
            SupplierCode = s.One(code),
            SupplierDescription = s.One(description),
            BibliographicRecordId = s.One(record),
            CallNumber = s.One(callNumber),
            SummaryHoldings = s.One(holdings),
            AvailabilityNote = s.One(availability),
        });
    }

    private static Form<RequestedDeliveryInfo> MakeDelivery()
    {
        var f = new FormBuilder<RequestedDeliveryInfo>();
        var order = f.Maybe("sortOrder", NumberKind.Instance, i => i.SortOrder);
        var address = f.Form("address", PartForms.Address, i => i.Address);
        var method = f.Code("deliveryMethod", i => i.DeliveryMethod);
        var courier = f.Code("courierName", i => i.CourierName);
        return f.Build(
            v12: "sortOrder? address?",
            v21: "sortOrder? address? deliveryMethod? courierName?",
            s => new() { SortOrder = s.Maybe(order), Address = s.One(address), DeliveryMethod = s.One(method), CourierName = s.One(courier) });
    }

    private static Form<RequestingAgencyInfo> MakeAgency()
    {
        const string Model = "name? contactName? address*";
        var f = new FormBuilder<RequestingAgencyInfo>();
        var name = f.Text("name", i => i.Name);
        var contact = f.Text("contactName", i => i.ContactName);
        var addresses = f.Forms("address", PartForms.Address, i => i.Address);
        return f.Build(Model, Model, s => new() { Name = s.One(name), ContactName = s.One(contact), Address = s.Many(addresses) });
    }

    private static Form<PatronInfo> MakePatron()
    {
        const string Model = "patronId? surname? givenName? patronType? sendToPatron? address*";
        var f = new FormBuilder<PatronInfo>();
        var id = f.Id("patronId", p => p.PatronId);
        var surname = f.Text("surname", p => p.Surname);
        var given = f.Text("givenName", p => p.GivenName);
        var type = f.Code("patronType", p => p.PatronType);
        var send = f.Listed("sendToPatron", Kinds.YesNo, p => p.SendToPatron);
        var addresses = f.Forms("address", PartForms.Address, p => p.Address);
        return f.Build(Model, Model, s => new()
        {
            PatronId = s.One(id),
            Surname = s.One(surname),
            GivenName = s.One(given),
            PatronType = s.One(type),
            SendToPatron = s.Maybe(send) ?? default,
            Address = s.Many(addresses),
        });
    }

    private static Form<BillingInfo> MakeBilling()
    {
        const string Model = "paymentMethod? maximumCosts? billingMethod? billingName? address?";
        var f = new FormBuilder<BillingInfo>();
        var payment = f.Code("paymentMethod", b => b.PaymentMethod);
        var costs = f.Form("maximumCosts", PartForms.Costs, b => b.MaximumCosts);
        var method = f.Code("billingMethod", b => b.BillingMethod);
        var name = f.Text("billingName", b => b.BillingName);
        var address = f.Form("address", PartForms.Address, b => b.Address);
        return f.Build(Model, Model, s => new()
        {
            PaymentMethod = s.One(payment),
            MaximumCosts = s.One(costs),
            BillingMethod = s.One(method),
            BillingName = s.One(name),
            Address = s.One(address),
        });
    }
}

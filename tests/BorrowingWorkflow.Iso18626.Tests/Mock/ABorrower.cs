using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Iso18626.Tests.Mock;

/// <summary>Writes to a mock lender as a borrower does, on a clock that the test moves.</summary>
internal sealed class ABorrower
{
    public const string Patron = "p-secret-4711";

    public static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly AgencyId Here = new("ISIL", "US-SDSU");
    private static readonly AgencyId There = new("ISIL", "US-CHICO");

    private readonly Iso18626Version _version;
    private int _messages;

    public ABorrower(MockScenario scenario, Iso18626Version version = Iso18626Version.V1_2, MockLenderOptions? options = null)
    {
        _version = version;
        Lender = new(scenario, options, Clock);
    }

    public ABorrower(string scenario, Iso18626Version version = Iso18626Version.V1_2, MockLenderOptions? options = null)
        : this(MockScenario.Find(scenario)!, version, options)
    {
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public MockLender Lender { get; }

    /// <summary>Sends a request; the same number is the same message.</summary>
    public MockAnswer Asks(string id = "R-1", RequestType? type = null, int number = 0) => Sends(new Request
    {
        Header = Header(id, Start.AddSeconds(number)),
        BibliographicInfo = new() { Title = "A secret title" },
        ServiceInfo = new() { RequestType = type ?? RequestType.New, ServiceType = ServiceType.Loan },
        PatronInfo = new() { PatronId = Patron },
    });

    /// <summary>Sends a message about a request.</summary>
    public MockAnswer Says(MessageAction action, string? note = null, string id = "R-1", int? number = null) => Sends(new RequestingAgencyMessage
    {
        Header = Header(id, Start.AddMinutes(number ?? ++_messages)),
        Action = action,
        Note = note,
    });

    public MockAnswer Sends(MessageBody body) => Lender.Receive(Iso18626Writer.Write(new(_version, body)));

    /// <summary>Lets so many of the lender's delays pass one by one, and takes what it says in them, in a word each.</summary>
    public List<string> Hears(int delays = 5)
    {
        List<string> said = [];
        for (var delay = 0; delay <= delays; delay++)
        {
            said.AddRange(Lender.TakeDue().Select(WordOf));
            Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        return said;
    }

    public static string WordOf(MockExchange said)
    {
        var message = (SupplyingAgencyMessage)said.Message!.Body;
        return $"{message.MessageInfo.ReasonForMessage} {message.StatusInfo.Status}{(message.MessageInfo.AnswerYesNo.IsEmpty ? "" : $" {message.MessageInfo.AnswerYesNo}")}";
    }

    public static (string Status, string Error) Confirmation(MockAnswer answer)
    {
        var (header, errors) = Iso18626Reader.Read(answer.Body).Message!.Body switch
        {
            RequestConfirmation confirmation => (confirmation.ConfirmationHeader, confirmation.ErrorData),
            RequestingAgencyMessageConfirmation confirmation => (confirmation.ConfirmationHeader, confirmation.ErrorData),
            SupplyingAgencyMessageConfirmation confirmation => (confirmation.ConfirmationHeader, confirmation.ErrorData),
            var other => throw new InvalidOperationException($"{other} is no confirmation."),
        };
        return (header.MessageStatus.Code, errors.Count == 0 ? "" : errors[0].ErrorType.Code);
    }

    private static MessageHeader Header(string id, DateTimeOffset at) => new()
    {
        SupplyingAgencyId = There,
        RequestingAgencyId = Here,
        Timestamp = at,
        RequestingAgencyRequestId = id,
    };
}

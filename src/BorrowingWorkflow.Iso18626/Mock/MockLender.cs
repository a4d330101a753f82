using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>
/// A lender that exists for tests and trials: it takes the messages of any borrower that speaks ISO 18626, confirms them, and says what its
/// scenario has it say. It moves nothing by itself: a host hands it what arrives, and <see cref="MockCourier"/> brings out what it says.
/// </summary>
/// <remarks>
/// It recognises a request that comes again (same id, same timestamp) and takes it once. Everything is in memory and gone with it. Safe for
/// any number of threads.
/// </remarks>
public sealed class MockLender
{
    private readonly Lock _gate = new();
    private readonly MockLenderOptions _options;
    private readonly TimeProvider _clock;
    private readonly Dictionary<(string Type, string Value, string Request), MockLoan> _loans = [];
    private readonly MockAgenda _agenda;
    private readonly MockLedger _ledger;
    private DateTimeOffset _lastStamp;
    private int _befallen, _written;

    /// <summary>A lender that behaves like this.</summary>
    /// <param name="scenario">How it behaves.</param>
    /// <param name="options">Who it is and how fast; null for the defaults.</param>
    /// <param name="clock">The time that its delays go by; null for the system's.</param>
    public MockLender(MockScenario scenario, MockLenderOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Scenario = scenario;
        _options = options ?? new();
        _clock = clock ?? TimeProvider.System;
        _agenda = new(_gate, _clock);
        _ledger = new(_options.KeptExchanges);
    }

    /// <summary>How it behaves.</summary>
    public MockScenario Scenario { get; }

    /// <summary>Is told of every message that it gets or sends, confirmations too, one at a time and in their order; null for nobody. Has to be quick, and not call back.</summary>
    public Action<MockExchange>? Watcher { get; init; }

    /// <summary>When it will next say something, in UTC; null where it has nothing to say.</summary>
    public DateTimeOffset? NextDue => _agenda.NextDue;

    /// <summary>What it has counted so far.</summary>
    public MockTally Tally
    {
        get
        {
            lock (_gate)
            {
                return _ledger.Tally();
            }
        }
    }

    /// <summary>What it got and sent, confirmations too, oldest first; no more than <see cref="MockLenderOptions.KeptExchanges"/>.</summary>
    public IReadOnlyList<MockExchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return _ledger.Exchanges;
            }
        }
    }

    /// <summary>How a request stands here; null where the lender has none with this id.</summary>
    /// <param name="requestId">The borrower's id of it.</param>
    public SupplyStatus? StatusOf(string requestId)
    {
        lock (_gate)
        {
            return _loans.Values.FirstOrDefault(loan => loan.Header.RequestingAgencyRequestId == requestId)?.Status;
        }
    }

    /// <summary>Takes the body of an HTTP POST, whatever it is, and says what to answer.</summary>
    /// <param name="body">The body; copied.</param>
    public MockAnswer Receive(ReadOnlyMemory<byte> body)
    {
        var read = Iso18626Reader.Read(body);
        lock (_gate)
        {
            Keep(new(_clock.GetUtcNow(), true, body.ToArray()) { Message = read.Message });
            var trouble = Befalling(read.Message?.Body);
            if (trouble?.Kind is MockTroubleKind.Http400 or MockTroubleKind.Http500 or MockTroubleKind.Http503 or MockTroubleKind.MessageLost)
            {
                _ledger.Refused++;
                return new(StatusCodeOf(trouble.Kind), default) { Breaks = trouble.Kind == MockTroubleKind.MessageLost };
            }

            var error = trouble?.Kind == MockTroubleKind.ErrorConfirmation
                ? new() { ErrorType = ErrorType.UnrecognisedDataValue, ErrorValue = "The scenario refuses every request." }
                : read.IsMessage ? Take(read.Message) : read.Fault.Error;
            return Confirm(read, error) with
            {
                Breaks = trouble?.Kind == MockTroubleKind.ConfirmationLost,
                Wait = trouble?.Kind == MockTroubleKind.SlowConfirmation ? trouble.Delays * _options.Delay : TimeSpan.Zero,
            };
        }
    }

    /// <summary>Waits until there is something to say.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public Task WaitAsync(CancellationToken cancellationToken = default) => _agenda.WaitAsync(cancellationToken);

    /// <summary>Says what is due now: the messages in the order in which they are to go out. From then on the lender holds them for said.</summary>
    public IReadOnlyList<MockExchange> TakeDue()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            List<MockExchange> said = [];
            foreach (var word in _agenda.TakeDue(now))
            {
                said.AddRange(Enumerable.Repeat(Say(word, now), word.Step.Times));
            }

            said.ForEach(Keep);
            return said;
        }
    }

    /// <summary>Takes the borrower's confirmation of a message of the lender's.</summary>
    /// <param name="body">The body of the HTTP response; copied.</param>
    /// <returns>True where it is a confirmation and says OK.</returns>
    public bool Confirmed(ReadOnlyMemory<byte> body)
    {
        var message = Iso18626Reader.Read(body).Message;
        var isOk = message?.Body is SupplyingAgencyMessageConfirmation confirmation && confirmation.ConfirmationHeader.MessageStatus == MessageStatus.Ok;
        lock (_gate)
        {
            _ = isOk ? _ledger.Sent++ : _ledger.Objected++;
            Keep(new(_clock.GetUtcNow(), true, body.ToArray()) { Message = message });
        }

        return isOk;
    }

    private static int StatusCodeOf(MockTroubleKind kind) => kind switch
    {
        MockTroubleKind.Http400 => 400,
        MockTroubleKind.Http503 => 503,
        _ => 500,
    };

    private static ErrorData Unknown(string element) => new() { ErrorType = ErrorType.UnrecognisedDataValue, ErrorValue = element };

    private static (string Type, string Value, string Request) KeyOf(MessageHeader header) =>
        (header.RequestingAgencyId?.AgencyIdType.Value ?? "", header.RequestingAgencyId?.AgencyIdValue ?? "", header.RequestingAgencyRequestId);

    private static MockCue? CueOf(MessageAction action) =>
        action.IsKnown && Enum.TryParse<MockCue>(action.Code, out var cue) ? cue : null;

    private MockTrouble? Befalling(MessageBody? body)
    {
        if (Scenario.Trouble is not { } trouble || (trouble.RequestsOnly && body is not Request) || _befallen >= trouble.Times)
        {
            return null;
        }

        _befallen++;
        return trouble;
    }

    /// <summary>Takes a message to heart; what is wrong with it where it can't.</summary>
    private ErrorData? Take(Iso18626Message message) => message.Body switch
    {
        Request request => IsAddressedHere(request.Header) ? Take(request, message.Version) : Unknown("supplyingAgencyId"),
        RequestingAgencyMessage said => IsAddressedHere(said.Header) ? Take(said) : Unknown("supplyingAgencyId"),
        _ => new() { ErrorType = ErrorType.UnrecognisedDataElement, ErrorValue = "A lender takes requests and requesting agencies' messages." },
    };

    private bool IsAddressedHere(MessageHeader header) => _options.Agency is not { } own || header.SupplyingAgencyId is not { } addressed || addressed == own;

    private ErrorData? Take(Request request, Iso18626Version version)
    {
        var key = KeyOf(request.Header);
        var type = request.ServiceInfo?.RequestType ?? default;
        var cue = type == RequestType.Retry ? MockCue.Retry : MockCue.Request;
        if (!_loans.TryGetValue(key, out var loan))
        {
            _loans[key] = loan = new($"L-{_loans.Count + 1}", request, version);
        }
        else if (loan.IsRepeatedBy(request.Header) || type == RequestType.Reminder)
        {
            _ledger.Repeated++;
            return null;
        }
        else if (loan.IsOver || type == RequestType.Retry)
        {
            loan.Take(request, version);
            _agenda.Drop(loan);
            cue = MockCue.Retry;
        }
        else
        {
            return Unknown("requestingAgencyRequestId is in use");
        }

        _ledger.Requests++;
        Hear(loan, cue, request.ServiceInfo?.Note);
        return null;
    }

    private ErrorData? Take(RequestingAgencyMessage message)
    {
        if (CueOf(message.Action) is not { } cue)
        {
            return new() { ErrorType = ErrorType.UnsupportedActionType, ErrorValue = "action" };
        }

        if (!_loans.TryGetValue(KeyOf(message.Header), out var loan))
        {
            return Unknown("requestingAgencyRequestId");
        }

        if (loan.IsNews(message))
        {
            Hear(loan, cue, message.Note);
        }
        else
        {
            _ledger.Repeated++;
        }

        return null;
    }

    private void Hear(MockLoan loan, MockCue cue, string? note)
    {
        _ledger.Hear(cue);
        var now = _clock.GetUtcNow();
        List<MockStep> steps = [.. Scenario.StepsOn(cue).Where(step => loan.IsAt(step.Stage) && !step.IsHinderedBy(note))];
        if (cue == MockCue.Cancel && steps.Exists(step => step.Status == SupplyStatus.Cancelled))
        {
            // Who agrees to a cancellation does not ship any more.
            _agenda.Drop(loan);
        }

        _agenda.Add(steps.Select(step => new MockWord(
            loan, step, now + (step.Delays * _options.Delay), step.WrittenAfter is { } delays ? now + (delays * _options.Delay) : null)));
    }

    private MockExchange Say(MockWord word, DateTimeOffset now)
    {
        var (loan, step) = (word.Loan, word.Step);
        var at = word.Written ?? Stamp(now);
        var agency = _options.Agency ?? loan.Header.SupplyingAgencyId ?? new("ISIL", "XX-MOCK");
        var message = MockPen.Write(step, loan, agency, _options.Version ?? loan.Version, at, now, ++_written);
        if (word.Written is null && step.As is null && !step.Status.IsEmpty && step.Reason != ReasonForMessage.Notification)
        {
            loan.Status = step.Status;
        }

        return new(now, false, Iso18626Writer.Write(message)) { Message = message };
    }

    /// <summary>The time in milliseconds, later with every message: no two have the same.</summary>
    private DateTimeOffset Stamp(DateTimeOffset now)
    {
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        return _lastStamp = now > _lastStamp ? now : _lastStamp.AddMilliseconds(1);
    }

    private MockAnswer Confirm(Iso18626ReadResult read, ErrorData? error)
    {
        if (error is not null)
        {
            _ledger.Refused++;
        }

        var now = _clock.GetUtcNow();
        if (MockPen.Confirm(read, error, Stamp(now)) is not { } confirmation)
        {
            return new(StatusCodeOf(MockTroubleKind.Http400), default);
        }

        MockExchange exchange = new(now, false, Iso18626Writer.Write(confirmation)) { Message = confirmation };
        Keep(exchange);
        return new(200, exchange.Bytes);
    }

    private void Keep(MockExchange exchange)
    {
        _ledger.Keep(exchange);
        Watcher?.Invoke(exchange);
    }
}

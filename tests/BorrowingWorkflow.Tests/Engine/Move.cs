using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using CsCheck;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>One step of a random course of events; what it comes to depends on where the request stands then.</summary>
internal sealed record Move(int Kind, int Pick, Trigger Trigger, Trigger? AndThen, Actor By, int Partner, InputData Data, Circumstances Around)
{
    /// <summary>The partners of the directory; E takes no requests, and LIB is the borrower itself.</summary>
    public static readonly string[] Known = ["A", "B", "C", "D", "E", "LIB"];

    private static readonly DateTimeOffset Base = new(2026, 8, 24, 16, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Codes = Gen.OneOf<string>("A", "B", "C", "A", "B", "C", "D", "E", "LIB", "Nobody", "", " ");

    private static readonly Gen<string?> Words = Gen.OneOf(
        Gen.OneOf<string?>(null, null, null, "", " ", "LIB", "Branch", "0-13-110362-8", "ünïcödé 𝄞", "\ud800", "a\0b\r\n"), Gen.String.Select(text => (string?)text));

    private static readonly Gen<DateTimeOffset?> Moments = Gen.Frequency(
        (8, Always<DateTimeOffset?>(null)),
        (8, Gen.Int[-400, 400].Select(days => (DateTimeOffset?)Base.AddDays(days))),
        (1, Gen.OneOf<DateTimeOffset?>(
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default(DateTimeOffset), Base.ToOffset(TimeSpan.FromHours(-8)), Base.AddTicks(1))));

    private static readonly Gen<IReadOnlyList<string>?> Rotas = Gen.Frequency(
        (1, Always<IReadOnlyList<string>?>(null)),
        (8, Codes.Array[0, 5].Select(codes => (IReadOnlyList<string>?)codes)),
        (1, Always<IReadOnlyList<string>?>(["A", null!])));

    private static readonly Gen<IReadOnlyList<string>?> Volumes = Gen.OneOf<IReadOnlyList<string>?>(
        null, null, null, [], ["v1"], ["v2", "v1", "v2"], ["v3", ""], [null!]);

    private static readonly Gen<InputData> Citations = Gen.Select(
        Words,
        Words,
        Words,
        Words,
        Words,
        Words,
        Gen.OneOf<RequestFormat?>(null, RequestFormat.Physical, RequestFormat.Digital, (RequestFormat)77),
        Gen.OneOf<CitationType?>(null, CitationType.Book, CitationType.Article, (CitationType)77),
        static (title, author, isbn, issn, oclc, doi, format, type) => new InputData
        {
            Library = "LIB",
            Title = title,
            Author = author,
            Isbn = isbn,
            Issn = issn,
            Oclc = oclc,
            Doi = doi,
            Format = format,
            CitationType = type,
        });

    private static readonly Gen<InputData> Details = Gen.Select(
        Gen.Frequency((6, Always(new InputData { Library = "LIB" })), (1, Citations)),
        Gen.Select(Words, Words, Words, Words),
        Gen.Select(Words, Gen.OneOf<string?>(null, null, "m1", "m5", "m9", "none")),
        Gen.Select(Moments, Moments, Moments, Moments),
        Rotas,
        Volumes,
        Gen.OneOf<SendOutcome?>(null, SendOutcome.Unknown, SendOutcome.NotDelivered, (SendOutcome)9),
        Gen.OneOf<string?>(null, null, "?", "no such effect"),
        static (data, words, more, moments, codes, volumes, outcome, effect) => data with
        {
            Patron = words.Item1,
            PatronGroup = words.Item2,
            Pickup = words.Item3,
            Branch = words.Item4,
            Text = more.Item1,
            Assignee = more.Item1,
            Condition = more.Item1,
            Reason = words.Item2,
            Message = more.Item2,
            NeededBy = moments.Item1,
            DueDate = moments.Item2,
            ReplyBy = moments.Item3,
            EnteredAt = moments.Item4,
            Partners = codes,
            Order = codes,
            Volumes = volumes,
            Outcome = outcome,
            Effect = effect,
        });

    /// <summary>Any step, with any data.</summary>
    public static readonly Gen<Move> Any = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 9_999],
        Gen.Enum<Trigger>(),
        Gen.Frequency((9, Always<Trigger?>(null)), (1, Gen.Enum<Trigger>().Select(trigger => (Trigger?)trigger))),
        Gen.Enum<Actor>(),
        Gen.Int[0, 9],
        Gen.Select(Details, Gen.Enum<BorrowingStatus>(), static (data, status) => data with { Status = status }),
        Circumstances.Any,
        static (kind, pick, trigger, then, by, partner, data, around) => new Move(kind, pick, trigger, then, by, partner, data, around));

    private static Gen<T> Always<T>(T value) => Gen.Int[0, 0].Select(_ => value);
}

using System.Text.Json;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>Reads partners.json: who the own libraries are, who lends, and how each is reached.</summary>
internal sealed class PartnersFile
{
    private static readonly JsonDocumentOptions Comments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly List<Partner> _partners = [];
    private readonly List<Peer> _peers = [];
    private readonly List<IncomingProof> _incoming = [];
    private readonly Func<string, string?> _environment;

    private PartnersFile(Func<string, string?> environment) => _environment = environment;

    /// <summary>The agency ids of the own libraries, by code.</summary>
    public Dictionary<string, AgencyId> Libraries { get; } = new(StringComparer.Ordinal);

    /// <summary>The partners in the file's order.</summary>
    public IReadOnlyList<Partner> Partners => _partners;

    /// <summary>How each is reached, in the same order.</summary>
    public IReadOnlyList<Peer> Peers => _peers;

    /// <summary>By what those partners are recognised that have to prove who they are.</summary>
    public IReadOnlyList<IncomingProof> Incoming => _incoming;

    /// <exception cref="BadInputException">It can't be read, or something in it is wrong; the message says where, what, and what to do.</exception>
    public static PartnersFile Read(string path, Func<string, string?> environment)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Comments);
            var file = new PartnersFile(environment);
            file.Read(new JsonPlace(path, "", json.RootElement));
            return file;
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{path}:{error.LineNumber + 1}: is no JSON from here on; look for a comma, a bracket or a quotation mark.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"The partners file {path} can't be read: {error.Message}");
        }
    }

    private void Read(JsonPlace root)
    {
        foreach (var (code, agency) in root.Required("libraries").Members())
        {
            Libraries[code] = AgencyOf(agency);
        }

        var partners = root.Required("partners");
        foreach (var partner in partners.Items())
        {
            Read(partners, partner);
        }

        root.NothingElse();
        if (_partners.Count == 0)
        {
            throw partners.Bad("is empty; add a partner.");
        }
    }

    private void Read(JsonPlace partners, JsonPlace place)
    {
        var code = place.Required("code").Text();
        var agency = AgencyOf(place.Required("agency"));
        if (_partners.Exists(other => other.Code == code))
        {
            throw place.Bad("has the code of another partner; give each its own.");
        }

        if (_peers.Exists(other => other.Agency == agency))
        {
            throw place.Bad("has the agency of another partner, so who writes could not be told; give each its own.");
        }

        _partners.Add(new(code)
        {
            Name = place.Member("name")?.Text(),
            Profile = place.Member("profile") is { } profile ? ProfileOf(profile) : WorkflowProfile.Default,
            Priority = _partners.Count,
        });
        _peers.Add(new()
        {
            Partner = code,
            Agency = agency,
            Endpoint = place.Required("endpoint").As(EndpointOf, "is no address; write it like \"https://lender.example/iso18626\"."),
            Version = place.Member("version") is { } version ? VersionOf(version) : Iso18626Version.V1_2,
            Dialect = place.Member("dialect")?.As(DialectOf, "is no dialect; take standard, alma, reshare or crosslink.") ?? Dialect.Standard,
            Timeout = place.Member("timeout") is { } timeout ? LengthOf(timeout) : TimeSpan.FromSeconds(30),
            ConfirmsOnlyKnownRequests = place.Member("confirmsOnlyKnownRequests")?.YesNo() ?? true,
            Credentials = place.Member("credentials") is { } credentials ? CredentialsOf(credentials) : PeerCredentials.None,
        });
        if (place.Member("incoming") is { } incoming)
        {
            _incoming.Add(IncomingOf(code, incoming));
        }

        place.NothingElse();
    }

    private static AgencyId AgencyOf(JsonPlace place) => place.As(Agencies.Parse, "is no agency id; write it like \"ISIL:US-CSUN\".");

    /// <summary>Where messages are taken: an absolute http or https URL; null where the text is none.</summary>
    public static Uri? EndpointOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;

    private static Iso18626Version VersionOf(JsonPlace place) => place.Text() switch
    {
        "1.2" => Iso18626Version.V1_2,
        "2021-2" => Iso18626Version.V2021_2,
        _ => throw place.Bad("is no version; take \"1.2\" or \"2021-2\"."),
    };

    private static Dialect? DialectOf(string name)
    {
        try
        {
            return Dialect.Named(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan LengthOf(JsonPlace place) => Durations.TryParse(place.Text(), out var length) && length > TimeSpan.Zero
        ? length
        : throw place.Bad("is no length of time; write it like \"30s\".");

    private static WorkflowProfile ProfileOf(JsonPlace place)
    {
        var profile = new WorkflowProfile
        {
            HasRequestAccepted = place.Member("requestAccepted")?.YesNo() ?? true,
            HasWillSupply = place.Member("willSupply")?.YesNo() ?? true,
            DaysToRespond = place.Member("daysToRespond")?.Number(1, 365) ?? WorkflowProfile.Default.DaysToRespond,
            AnswersStatusRequests = place.Member("answersStatusRequests")?.YesNo() ?? true,
        };
        place.NothingElse();
        return profile;
    }

    private PeerCredentials CredentialsOf(JsonPlace place)
    {
        var credentials = new PeerCredentials
        {
            ApiKeyHeader = place.Member("apiKeyHeader")?.Text() ?? PeerCredentials.None.ApiKeyHeader,
            ApiKey = SecretOf(place, "apiKey"),
            UserName = place.Member("userName")?.Text(),
            Password = SecretOf(place, "password"),
        };
        EnsurePair(place, credentials.UserName, credentials.Password);
        place.NothingElse();
        return credentials;
    }

    private IncomingProof IncomingOf(string code, JsonPlace place)
    {
        var proof = new IncomingProof(code, SecretOf(place, "apiKey"), place.Member("userName")?.Text(), SecretOf(place, "password"));
        EnsurePair(place, proof.UserName, proof.Password);
        place.NothingElse();
        return proof is { ApiKey: null, UserName: null }
            ? throw place.Bad("has no proof in it; give apiKey or apiKeyFrom, or userName with password or passwordFrom.")
            : proof;
    }

    private static void EnsurePair(JsonPlace place, string? userName, string? password)
    {
        if ((userName is null) != (password is null))
        {
            throw place.Bad("userName and password go together; give both.");
        }
    }

    /// <summary>A secret: as it is, or the name of the environment variable that holds it.</summary>
    private string? SecretOf(JsonPlace place, string name)
    {
        var given = place.Member(name);
        if (place.Member($"{name}From") is not { } from)
        {
            return given?.Text();
        }

        return given is not null ? throw place.Bad($"{name} and {name}From say the same twice; take one out.")
            : _environment(from.Text()) is { Length: > 0 } secret ? secret
            : throw from.Bad("names an environment variable that is not set; set it before the start.");
    }
}

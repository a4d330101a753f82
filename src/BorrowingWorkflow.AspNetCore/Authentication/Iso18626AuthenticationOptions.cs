using Microsoft.AspNetCore.Authentication;

namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>How peers prove who they are. Read when the host starts, and again where the host's settings are reloaded.</summary>
public sealed class Iso18626AuthenticationOptions : AuthenticationSchemeOptions
{
    /// <summary>The header that carries an API key.</summary>
    /// <value><c>X-Api-Key</c>.</value>
    public string ApiKeyHeader { get; set; } = "X-Api-Key";

    /// <summary>The realm that peers without proof are told.</summary>
    /// <value><c>ISO 18626</c>.</value>
    public string Realm { get; set; } = "ISO 18626";

    /// <summary>By what peers are recognised. They count only where no <see cref="IPeerSecrets"/> of the host's own is registered.</summary>
    /// <value>None.</value>
    public IList<PeerSecret> Secrets { get; } = [];

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">A setting can't be kept; the message names it and says what to do, and holds no secret.</exception>
    public override void Validate()
    {
        base.Validate();
        if (ApiKeyHeader.Length == 0 || !ApiKeyHeader.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            throw new ArgumentException("Iso18626AuthenticationOptions.ApiKeyHeader is no header's name; give it letters, digits and hyphens, such as X-Api-Key.");
        }

        if (Realm.Length == 0 || !Realm.All(character => character is >= ' ' and <= '~' and not ('"' or '\\')))
        {
            throw new ArgumentException("Iso18626AuthenticationOptions.Realm can't stand in a header; give it plain letters.");
        }

        foreach (var secret in Secrets)
        {
            if (secret.Fault is { } fault)
            {
                throw new ArgumentException($"The secret of {string.Join(", ", secret.Partners)} {fault}");
            }
        }
    }
}

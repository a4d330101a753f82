using Npgsql;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>A database named as psql takes it: <c>postgresql://user@host:port/database?sslmode=require</c>.</summary>
internal static class ConnectionUri
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    public static bool Is(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same as Npgsql has it.</summary>
    /// <exception cref="FormatException">It is no URI.</exception>
    /// <exception cref="ArgumentException">It has a parameter that Npgsql does not know.</exception>
    public static string ToConnectionString(string connection)
    {
        var uri = new Uri(connection);
        NpgsqlConnectionStringBuilder settings = new() { Host = uri.IdnHost };
        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            settings.Database = Uri.UnescapeDataString(database);
        }

        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            settings.Username = Uri.UnescapeDataString(user);
            settings.Password = password is [var secret] ? Uri.UnescapeDataString(secret) : null;
        }

        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = parameter.Split('=', 2) is [var key, var text] ? (key, Uri.UnescapeDataString(text)) : (parameter, "");
            settings[name.Replace('_', ' ')] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return settings.ConnectionString;
    }
}

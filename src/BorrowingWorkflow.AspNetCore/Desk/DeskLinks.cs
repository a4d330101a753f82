using Microsoft.AspNetCore.Http.Extensions;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>Where the desk's pages are.</summary>
/// <param name="root">The path that the desk is mapped at, the host's own base included; without a slash at its end.</param>
internal sealed class DeskLinks(string root)
{
    public string Tasks => root.Length > 0 ? root : "/";

    public string Queue => root + "/queue";

    public string QueueFile => root + "/queue.csv";

    public string Bulk => root + "/queue/bulk";

    public string BulkApply => root + "/queue/bulk/apply";

    public string Checks => root + "/checks";

    public string CheckDone => root + "/check/done";

    public string Anomalies => root + "/anomalies";

    public string Dismiss => root + "/anomalies/dismiss";

    public string Renew => root + "/anomalies/renew";

    public string Insights => root + "/insights";

    public string Machine => root + "/machine";

    public string Act => root + "/request/act";

    public string Preferences => root + "/preferences";

    public string Style => $"{root}/assets/{DeskAssets.Style.Name}";

    public string Script => $"{root}/assets/{DeskAssets.Script.Name}";

    public string Icon => $"{root}/assets/{DeskAssets.Icon.Name}";

    public string Check(string id, string? item = null, string? after = null) =>
        With($"{root}/check", ("id", id), ("item", item), ("after", after));

    public string Request(string id, string? check = null, string? anomaly = null) =>
        With($"{root}/request", ("id", id), ("check", check), ("anomaly", anomaly));

    public string AnomaliesOf(string detector) => With(Anomalies, ("detector", detector));

    public string MachineAt(string status) => With(Machine, ("status", status)) + "#status";

    public string Clause(string clause) => With(Machine, ("text", clause)) + "#clauses";

    /// <summary>A path with the values of a query that are there.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return path + query;
    }

    /// <summary>A path with values added to the query that it has.</summary>
    public static string Add(string path, params IEnumerable<(string Name, string? Value)> values)
    {
        var query = With("", values);
        if (query.Length == 0)
        {
            return path;
        }

        var end = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var mark ? mark : path.Length;
        return path.IndexOf('?', StringComparison.Ordinal) is var asked and >= 0 && asked < end
            ? $"{path[..end]}&{query[1..]}{path[end..]}"
            : path[..end] + query + path[end..];
    }

    /// <summary>True where a path is one of the desk's, so that a form may lead back there.</summary>
    public bool Owns(string? path) =>
        path is not null && (path == Tasks || path.StartsWith(root + "/", StringComparison.Ordinal) || path.StartsWith(Tasks + "?", StringComparison.Ordinal))
        && !path.StartsWith("//", StringComparison.Ordinal) && path.All(letter => letter is > ' ' and < '\x7f' and not '\\') && !Climbs(path);

    // A browser goes up at such a part, however it is written.
    private static bool Climbs(string path) =>
        path.Split('?', '#')[0].Split('/').Any(part => part.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");
}

using System.Text.Json;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>What the server says it would do for a statement.</summary>
internal sealed class QueryPlan
{
    private readonly List<JsonElement> _nodes = [];
    private readonly JsonDocument _document;

    /// <param name="json">The answer of EXPLAIN (FORMAT JSON).</param>
    public QueryPlan(string json)
    {
        _document = JsonDocument.Parse(json);
        Walk(_document.RootElement[0].GetProperty("Plan"));
    }

    /// <summary>The indexes that it goes along, each once, in alphabetical order.</summary>
    public string[] Indexes => [.. Texts("Index Name").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The tables that it reads from one end to the other.</summary>
    public string[] WholeTables => [.. _nodes.Where(node => Text(node, "Node Type") == "Seq Scan").Select(node => Text(node, "Relation Name")!)];

    /// <summary>What it does, e.g. Index Only Scan, outermost first.</summary>
    public string[] Steps => [.. Texts("Node Type")];

    /// <summary>What bounds it within its indexes.</summary>
    public string[] Bounds => [.. Texts("Index Cond")];

    public override string ToString() => JsonSerializer.Serialize(_document.RootElement[0].GetProperty("Plan"), JsonSerializerOptions.Web);

    private IEnumerable<string> Texts(string property) => _nodes.Select(node => Text(node, property)).OfType<string>();

    private static string? Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.GetString() : null;

    private void Walk(JsonElement node)
    {
        _nodes.Add(node);
        if (node.TryGetProperty("Plans", out var plans))
        {
            foreach (var plan in plans.EnumerateArray())
            {
                Walk(plan);
            }
        }
    }
}

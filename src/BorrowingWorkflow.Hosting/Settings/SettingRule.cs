using System.Globalization;

namespace BorrowingWorkflow.Hosting.Settings;

/// <summary>What a setting must be. The rules are one list, so that start-up checks and the documentation can't differ.</summary>
internal sealed record SettingRule<T>(string Name, Func<T, object> Read, string Allowed, Func<T, bool> IsKept)
{
    public static SettingRule<T> Number(string name, Func<T, int> read, int least, int most) => new(
        name,
        settings => read(settings),
        string.Create(CultureInfo.InvariantCulture, $"{least:N0} to {most:N0}"),
        settings => read(settings) >= least && read(settings) <= most);

    public static SettingRule<T> Length(string name, Func<T, TimeSpan> read, TimeSpan least, TimeSpan most) => new(
        name,
        settings => read(settings),
        $"{Words.Of(least)} to {Words.Of(most)}",
        settings => read(settings) >= least && read(settings) <= most);

    /// <summary>What is wrong, in a sentence with the setting, its value and what is allowed; null where nothing is.</summary>
    public string? FaultOf(T settings) =>
        IsKept(settings) ? null : $"{typeof(T).Name}.{Name} is {Words.Of(Read(settings))}; allowed is {Allowed}.";
}

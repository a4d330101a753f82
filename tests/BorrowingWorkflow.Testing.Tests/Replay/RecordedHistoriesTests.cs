using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Testing.Replay;

namespace BorrowingWorkflow.Testing.Tests.Replay;

/// <summary>The histories beside the stories. A new or changed story is recorded by UPDATE_HISTORIES=1; see docs/definition-replay.md for when.</summary>
public class RecordedHistoriesTests : IAsyncLifetime
{
    public static string Folder { get; } = RepositoryRoot.Combine("tests", "BorrowingWorkflow.Testing.Tests", "Replay", "Histories");

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_HISTORIES") == "1";

    public async Task InitializeAsync()
    {
        if (Updates)
        {
            foreach (var file in Directory.GetFiles(Folder, "*.json"))
            {
                File.Delete(file);
            }

            await Assert.AllAsync(Stories.All, async story => await (await story.Value(new()).RecordAsync(story.Key)).SaveAsync(Folder));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_recorded_comes_out_as_it_did()
    {
        #region docs:replay
        var histories = await RecordedHistory.LoadFolderAsync(Folder);
        var report = await new DefinitionReplay().ReplayAsync(histories);
        report.EnsureUnchanged();
        #endregion

        Assert.True(report.Histories >= 40);
        Assert.Empty(report.NotChecked);
    }

    [Fact]
    public void Each_story_has_its_history()
    {
        var files = Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(Stories.All.Keys.Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public async Task The_same_history_is_the_same_bytes()
    {
        foreach (var (name, tell) in Stories.All)
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(Folder, name + ".json"));

            Assert.Equal(file, RecordedHistory.Parse(file).ToJson());
            Assert.Equal(file, (await tell(new()).RecordAsync(name)).ToJson());
        }
    }

    [Fact]
    public async Task Every_clause_is_exercised()
    {
        var histories = await RecordedHistory.LoadFolderAsync(Folder);
        var exercised = histories.SelectMany(history => history.Clauses).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], TransitionTable.Default.Rows.Select(row => row.Clause).Except(exercised));
    }
}

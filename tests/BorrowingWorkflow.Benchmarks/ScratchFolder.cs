namespace BorrowingWorkflow.Benchmarks;

/// <summary>A folder for databases, on the disk of the working folder, since that of temporary files may be memory.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"scratch-{Environment.ProcessId}"));
    private int _files;

    public string NewFile() => Path.Combine(_folder.FullName, $"{++_files}.db");

    public void Dispose() => _folder.Delete(recursive: true);
}

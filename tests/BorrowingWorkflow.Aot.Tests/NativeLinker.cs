using System.Runtime.InteropServices;
using BorrowingWorkflow.Tests.Programs;

namespace BorrowingWorkflow.Aot.Tests;

/// <summary>Finds what the SDK links native programs with.</summary>
internal static class NativeLinker
{
    /// <summary>In the SDK's order.</summary>
    private static readonly string[] Compilers = ["clang", "gcc"];

    /// <summary>The compiler, with the C library that it links against; null where there is none, or the machine is not linux-x64.</summary>
    public static string? Find() => RuntimeInformation.RuntimeIdentifier.EndsWith("-x64", StringComparison.Ordinal) && OperatingSystem.IsLinux() && HasHeaders()
        ? InstalledPrograms.OnPath().SelectMany(folder => Compilers, Path.Combine).FirstOrDefault(File.Exists)
        : null;

    /// <summary>Why a native program cannot be made here; null where it can, and in CI, where it must.</summary>
    public static string? ReasonToSkip() => InstalledPrograms.ReasonToSkip(
        Find(), "needs Linux on x64, and clang or gcc to link a native program: build/native.sh installs it");

    /// <summary>A compiler alone links nothing.</summary>
    private static bool HasHeaders() => File.Exists("/usr/include/stdio.h");
}

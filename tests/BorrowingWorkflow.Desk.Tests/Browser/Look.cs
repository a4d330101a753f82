using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>How somebody looks at a page.</summary>
internal sealed record Look
{
    /// <summary>A window on a desk, light, English, with scripts.</summary>
    public static readonly Look Desktop = new();

    public static readonly Look Dark = new() { IsDark = true };

    public static readonly Look Phone = new() { Width = 390, Height = 844, IsPhone = true };

    /// <summary>The window on a desk at 200 %: half as many CSS pixels, each twice as wide.</summary>
    public static readonly Look Zoomed = new() { Width = Desktop.Width / 2, Height = Desktop.Height / 2, Scale = 2 };

    public static readonly Look Spanish = new() { Language = "es-ES" };

    public static readonly Look WithoutScripts = new() { Scripts = false };

    /// <summary>In CSS pixels.</summary>
    public int Width { get; init; } = 1200;

    /// <summary>In CSS pixels.</summary>
    public int Height { get; init; } = 800;

    public float Scale { get; init; } = 1;

    public bool IsDark { get; init; }

    public bool IsPhone { get; init; }

    public bool Scripts { get; init; } = true;

    public string Language { get; init; } = "en-US";

    public BrowserNewContextOptions Options(Uri home) => new()
    {
        BaseURL = home.AbsoluteUri,
        ViewportSize = new() { Width = Width, Height = Height },
        DeviceScaleFactor = Scale,
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        IsMobile = IsPhone,
        HasTouch = IsPhone,
        JavaScriptEnabled = Scripts,
        Locale = Language,

        // The pages are to say times in the library's zone, whatever the browser's is.
        TimezoneId = "Asia/Tokyo",
    };
}

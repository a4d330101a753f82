using BorrowingWorkflow.Site;

// The folder of the checkout, and the file to write.
if (args is not [var root, var output])
{
    await Console.Error.WriteLineAsync("Say which checkout and which file: dotnet run --project build/Site -- . artifacts/site/index.html");
    return 2;
}

try
{
    var site = await SiteBuilder.BuildAsync(root);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    await File.WriteAllTextAsync(output, site.Html);
    Console.WriteLine($"{output}: {site.Pages.Count} pages, {site.Html.Length / 1024:N0} KB");
    return 0;
}
catch (SiteException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

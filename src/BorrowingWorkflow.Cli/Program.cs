using System.CommandLine;

var root = new RootCommand("Borrowing requests of a library, from the command line.");
return await root.Parse(args).InvokeAsync();

// A whole program. tests/BorrowingWorkflow.Packages.Tests builds and runs it outside the repository, with the packages instead of the projects.
#region docs:web
using BorrowingWorkflow.AspNetCore;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddBorrowingWorkflow(workflow => workflow
    .UseSqlite("requests.db")
    .UseIso18626(iso => iso.Libraries["SDSU"] = new("ISIL", "US-CASDS"))
    .AddPeer(new() { Partner = "CSUN", Agency = new("ISIL", "US-CSUN"), Endpoint = new("https://csun.example/iso18626") }));
builder.Services.AddIso18626Authentication(peers => peers.Secrets.Add(new("CSUN") { ApiKey = builder.Configuration["Peers:CSUN:ApiKey"] }));
builder.Services.AddBorrowingDesk();

var app = builder.Build();
app.MapIso18626("/iso18626");
app.MapBorrowingDesk("/desk");
app.Run();
#endregion

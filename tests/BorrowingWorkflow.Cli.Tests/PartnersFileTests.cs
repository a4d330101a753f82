using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Cli.Tests;

public sealed class PartnersFileTests : IDisposable
{
    private const string Good = """{"code":"CHICO","agency":"ISIL:US-CCH","endpoint":"http://127.0.0.1:8700/iso18626"}""";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_example_of_the_docs_is_read()
    {
        var page = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "iso18626.md"));
        var begin = page.IndexOf("```json", page.IndexOf("### partners.json", StringComparison.Ordinal), StringComparison.Ordinal) + "```json".Length;
        var path = await _tool.WriteAsync("partners.json", page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)]);

        var file = PartnersFile.Read(path, name => $"secret of {name}");

        Assert.Equal(("ISIL", "US-CASDS"), (file.Libraries["SDSU"].AgencyIdType.Value, file.Libraries["SDSU"].AgencyIdValue));
        Assert.Equal(["CHICO", "CSUN"], file.Partners.Select(partner => partner.Code));
        Assert.Equal([0, 1], file.Partners.Select(partner => partner.Priority));
        var (chico, csun) = (file.Peers[0], file.Peers[1]);
        Assert.Equal((Iso18626Version.V1_2, Dialect.Alma, TimeSpan.FromSeconds(20)), (chico.Version, chico.Dialect, chico.Timeout));
        Assert.Equal(("secret of CHICO_KEY", "X-Api-Key"), (chico.Credentials.ApiKey, chico.Credentials.ApiKeyHeader));
        Assert.Equal((Iso18626Version.V2021_2, "sdsu", "secret of CSUN_PASSWORD"), (csun.Version, csun.Credentials.UserName, csun.Credentials.Password));
        Assert.Equal((false, false, 3), (file.Partners[1].Profile.HasRequestAccepted, file.Partners[1].Profile.AnswersStatusRequests, file.Partners[1].Profile.DaysToRespond));
        Assert.Equal(["CHICO", "CSUN"], file.Incoming.Select(proof => proof.Partner));
    }

    [Theory]
    [InlineData("""{"libraries":{},"partners":[""", "partners.json:2: is no JSON from here on; look for a comma, a bracket or a quotation mark.")]
    [InlineData("""[]""", "partners.json: is no object; write it as {…}.")]
    [InlineData("""{"partners":[]}""", "partners.json: libraries is missing; add it.")]
    [InlineData("""{"libraries":{"SDSU":"US-CASDS"},"partners":[]}""", "partners.json: libraries.SDSU: is no agency id; write it like \"ISIL:US-CSUN\".")]
    [InlineData("""{"libraries":{},"partners":{}}""", "partners.json: partners: is no list; write it as […].")]
    [InlineData("""{"libraries":{},"partners":[]}""", "partners.json: partners: is empty; add a partner.")]
    [InlineData("""{"libraries":{},"partners":[{"code":"CHICO"}]}""", "partners.json: partners[0]: agency is missing; add it.")]
    public async Task What_is_wrong_is_said_with_its_place(string json, string sentence)
    {
        var path = await _tool.WriteAsync("partners.json", json);

        var error = Assert.Throws<BadInputException>(() => PartnersFile.Read(path, _ => null));

        Assert.Equal(sentence, error.Message.Replace(path, "partners.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"endpoint\":\"chico\"", "partners[0].endpoint: is no address; write it like \"https://lender.example/iso18626\".")]
    [InlineData("\"version\":\"1.1\"", "partners[0].version: is no version; take \"1.2\" or \"2021-2\".")]
    [InlineData("\"version\":1.2", "partners[0].version: is no text; put it in quotation marks.")]
    [InlineData("\"dialect\":\"klingon\"", "partners[0].dialect: is no dialect; take standard, alma, reshare or crosslink.")]
    [InlineData("\"timeout\":\"soon\"", "partners[0].timeout: is no length of time; write it like \"30s\".")]
    [InlineData("\"profile\":{\"willSupply\":\"no\"}", "partners[0].profile.willSupply: is neither true nor false; write one of them.")]
    [InlineData("\"profile\":{\"daysToRespond\":0}", "partners[0].profile.daysToRespond: is no whole number from 1 to 365; write one.")]
    [InlineData("\"credentials\":{\"apiKeyFrom\":\"NOT_SET\"}", "partners[0].credentials.apiKeyFrom: names an environment variable that is not set; set it before the start.")]
    [InlineData("\"credentials\":{\"apiKey\":\"k\",\"apiKeyFrom\":\"K\"}", "partners[0].credentials: apiKey and apiKeyFrom say the same twice; take one out.")]
    [InlineData("\"credentials\":{\"userName\":\"u\"}", "partners[0].credentials: userName and password go together; give both.")]
    [InlineData("\"incoming\":{}", "partners[0].incoming: has no proof in it; give apiKey or apiKeyFrom, or userName with password or passwordFrom.")]
    [InlineData("\"adress\":\"x\"", "partners[0]: there is no adress here; take one of agency, code, confirmsOnlyKnownRequests, credentials, dialect, endpoint, incoming, name, profile, timeout, version.")]
    public async Task A_partner_that_is_wrong_is_said_with_its_place(string member, string sentence)
    {
        var path = await _tool.WriteAsync("partners.json", $$"""{"libraries":{},"partners":[{{Good[..^1]}},{{member}}}]}""");

        var error = Assert.Throws<BadInputException>(() => PartnersFile.Read(path, _ => null));

        Assert.Equal($"partners.json: {sentence}", error.Message.Replace(path, "partners.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CHICO", "ISIL:US-OTHER", "partners[1]: has the code of another partner; give each its own.")]
    [InlineData("OTHER", "ISIL:US-CCH", "partners[1]: has the agency of another partner, so who writes could not be told; give each its own.")]
    public async Task Two_partners_that_can_not_be_told_apart_are_an_error(string code, string agency, string sentence)
    {
        var path = await _tool.WriteAsync(
            "partners.json", $$"""{"libraries":{},"partners":[{{Good}},{"code":"{{code}}","agency":"{{agency}}","endpoint":"http://127.0.0.1:1/"}]}""");

        var error = Assert.Throws<BadInputException>(() => PartnersFile.Read(path, _ => null));

        Assert.EndsWith(sentence, error.Message, StringComparison.Ordinal);
    }
}

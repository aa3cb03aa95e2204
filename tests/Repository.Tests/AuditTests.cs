namespace Repository.Tests;

/// <summary>Runs the audit of packages over saved reports, in the form that NuGet and npm give them.</summary>
public sealed class AuditTests : IDisposable
{
    private const string CleanNuGet = """{"version":1,"projects":[{"path":"a.csproj"}]}""";
    private const string CleanNpm = """{"auditReportVersion":2,"vulnerabilities":{}}""";
    private const string NuGetWithoutData =
        """{"problems":[{"level":"warning","text":"Audit source 'nuget.org' did not provide any vulnerability data."}],"projects":[{"path":"a.csproj"}]}""";

    private const string NpmWithoutData = """{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":"","detail":""}}""";

    private readonly TemporaryFolder folder = new("petmatch-audit-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Packages_without_known_vulnerabilities_pass() => (await AuditAsync(CleanNuGet, CleanNpm)).ShouldBe("");

    [Theory]
    [InlineData("High", "nuget: Old 1.2.3 has a high vulnerability, GHSA-aaaa-bbbb-cccc: *")]
    [InlineData("Critical", "nuget: Old 1.2.3 has a critical vulnerability, GHSA-aaaa-bbbb-cccc: *")]
    [InlineData("Moderate", "")]
    [InlineData("Low", "")]
    public async Task A_severe_vulnerability_of_NuGet_fails(string severity, string expected) =>
        ShouldMatch(await AuditAsync(NuGet(severity), CleanNpm), expected);

    [Theory]
    [InlineData("high", "npm: old <4.0.0 has a high vulnerability, GHSA-dddd-eeee-ffff: *")]
    [InlineData("critical", "npm: old <4.0.0 has a critical vulnerability, GHSA-dddd-eeee-ffff: *")]
    [InlineData("moderate", "")]
    public async Task A_severe_vulnerability_of_npm_fails_once_whoever_depends_on_it(string severity, string expected) =>
        ShouldMatch(await AuditAsync(CleanNuGet, Npm(severity)), expected);

    [Theory]
    [InlineData("Old", "GHSA-aaaa-bbbb-cccc", "Not reached.", "2026-12-31", "")]
    [InlineData("Old", "GHSA-aaaa-bbbb-cccc", "Not reached.", "2026-11-26", "allowed.json: the entry of GHSA-aaaa-bbbb-cccc in Old expired on 2026-11-26: *")]
    [InlineData("Old", "GHSA-aaaa-bbbb-cccc", " ", "2026-12-31", "allowed.json: the entry of GHSA-aaaa-bbbb-cccc in Old has no reason.")]
    [InlineData("Old", "GHSA-aaaa-bbbb-cccc", "Not reached.", "soon", "allowed.json: the entry of GHSA-aaaa-bbbb-cccc in Old expires on 'soon', *")]
    [InlineData("Other", "GHSA-aaaa-bbbb-cccc", "Not reached.", "2026-12-31", "nuget: Old 1.2.3 *|allowed.json: the entry of GHSA-aaaa-bbbb-cccc in Other allows nothing *")]
    [InlineData("Old", "GHSA-0000-0000-0000", "Not reached.", "2026-12-31", "nuget: Old 1.2.3 *|allowed.json: the entry of GHSA-0000-0000-0000 in Old allows nothing *")]
    public async Task An_entry_bears_its_vulnerability_until_its_day(string package, string advisory, string reason, string expires, string expected)
    {
        var entry = $$"""[{"registry":"nuget","package":"{{package}}","advisory":"{{advisory}}","reason":"{{reason}}","expires":"{{expires}}"}]""";

        ShouldMatch(await AuditAsync(NuGet("High"), CleanNpm, entry), expected);
    }

    [Fact]
    public async Task A_registry_without_audit_data_is_skipped_by_name_and_the_other_one_is_not()
    {
        const string Entry = """[{"registry":"npm","package":"old","advisory":"GHSA-1","reason":"Not reached.","expires":"2026-12-31"}]""";

        var run = await RunAsync(NuGet("High"), NpmWithoutData, Entry);
        run.OutputLines.ShouldBe(
            ["NuGet: severe vulnerabilities: 1", "SKIPPED: the audit of the packages from npm, whose registry has no audit data. 405 Method Not Allowed"]);
        ShouldMatch(run.Error, "nuget: Old 1.2.3 *");

        run = await RunAsync(NuGetWithoutData, Npm("high"));
        run.OutputLines[0].ShouldStartWith("SKIPPED: the audit of the packages from NuGet, whose registry has no audit data.");
        ShouldMatch(run.Error, "npm: old <4.0.0 *");

        (await AuditAsync(NuGetWithoutData, NpmWithoutData)).ShouldBe("");
    }

    [Theory]
    [InlineData("""{"problems":[{"level":"error","text":"No assets file was found."}],"projects":[{"path":"a.csproj"}]}""", CleanNpm)]
    [InlineData("""{"version":1,"projects":[]}""", CleanNpm)]
    [InlineData(CleanNuGet, """{"message":"request failed","code":"ENOTFOUND","error":{"summary":"","detail":""}}""")]
    [InlineData(CleanNuGet, """{"message":"500","statusCode":500,"error":{}}""")]
    public async Task A_report_that_is_none_is_no_pass(string nuGet, string npm) => ShouldMatch(await AuditAsync(nuGet, npm), "* report *");

    private static string NuGet(string severity)
    {
        const string Address = "https://github.com/advisories/GHSA-aaaa-bbbb-cccc";
        const string Fine = """{"id":"Fine","resolvedVersion":"1.0.0"}""";
        var found = $$"""{"id":"Old","resolvedVersion":"1.2.3","vulnerabilities":[{"severity":"{{severity}}","advisoryurl":"{{Address}}"}] }""";
        return $$"""
            {"projects":[{"frameworks":[{"framework":"net10.0","topLevelPackages":[{{Fine}}],"transitivePackages":[{{found}}] }] },
            {"frameworks":[{"framework":"net10.0","topLevelPackages":[{{found}}] }] }] }
            """;
    }

    private static string Npm(string severity) =>
        $$"""
        {"vulnerabilities":{"old":{"name":"old","severity":"{{severity}}","via":[{"source":1,"name":"old","url":"https://github.com/advisories/GHSA-dddd-eeee-ffff",
        "severity":"{{severity}}","range":"<4.0.0"}] },"user-of-old":{"name":"user-of-old","severity":"{{severity}}","via":["old"]} } }
        """;

    /// <summary>Each line has to begin as it is expected, and there are no others.</summary>
    private static void ShouldMatch(string error, string expected)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var patterns = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(patterns.Length, error);
        lines.Zip(patterns).ShouldAllBe(pair => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pair.Second, pair.First, false));
    }

    private async Task<string> AuditAsync(string nuGet, string npm, string allowed = "[]") => (await RunAsync(nuGet, npm, allowed)).Error;

    private async Task<ProgramRun> RunAsync(string nuGet, string npm, string allowed = "[]")
    {
        string Save(string name, string json)
        {
            File.WriteAllText(folder.Find(name), json);
            return folder.Find(name);
        }

        string[] arguments =
        [
            Checkout.Find("tools", "audit", "audit.mjs"), "--nuget", Save("nuget.json", nuGet), "--npm", Save("npm.json", npm),
            "--allowed", Save("allowed.json", allowed), "--today", "2026-11-27",
        ];
        var run = await ProgramRun.RunAsync("node", arguments, cancellationToken: TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(run.Error.Length == 0 ? 0 : 1);
        return run;
    }
}

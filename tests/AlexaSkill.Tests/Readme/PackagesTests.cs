using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlexaSkill.DynamoDb;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using LocalAws.Lambda;

namespace AlexaSkill.Tests.Readme;

/// <summary>Packs the libraries, as the README says, and lets somebody else's skill build and run on the packages alone.</summary>
public sealed partial class PackagesTests(DynaliteFixture dynalite) : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AlexaSkill.DynamoDb" Version="*" />
            <Reference Include="CORE;RUNTIME" />
          </ItemGroup>
        </Project>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly string Root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    private readonly TemporaryFolder folder = new("alexa-skill-packages-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Packages => folder.Find("packages");

    [Fact]
    public async Task The_skill_of_the_README_builds_and_runs_on_the_packages()
    {
        await PackAsync();
        PackedLibraries().ShouldBe(LibrariesOfTheCheckout(), ignoreOrder: true);
        Directory.GetFiles(Packages, "*.nupkg").ShouldAllBe(package => IsWhole(package));

        var program = await BuildTeaTimeAsync();

        var answer = await LaunchAsync(program);
        answer.GetProperty("response").GetProperty("outputSpeech").GetProperty("ssml").GetString()
            .ShouldBe("<speak>Welcome to Tea Time! Which tea would you like?</speak>");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Beside the tests' own output: a build that runs at the same time does not see it.</summary>
    private Task PackAsync() => DotnetAsync(
        Root, "pack", "PetMatch.sln", "-c", "Release", "-o", Packages, "--artifacts-path", folder.Find("artifacts"), "-p:RunAnalyzers=false");

    private IEnumerable<string> PackedLibraries() => Directory.GetFiles(Packages)
        .Where(file => file.EndsWith(".nupkg", StringComparison.Ordinal))
        .Select(file => Version().Replace(Path.GetFileName(file), ""));

    private static IEnumerable<string> LibrariesOfTheCheckout() =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        where XDocument.Load(path).Descendants("IsPackable").Any(property => property.Value == "true")
        select Path.GetFileNameWithoutExtension(path);

    private static bool IsWhole(string package)
    {
        using var files = ZipFile.OpenRead(package);
        using var symbols = ZipFile.OpenRead(Path.ChangeExtension(package, ".snupkg"));
        using var stream = files.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
        var library = $"lib/net10.0/{metadata["id"]}";
        string[] needed = [$"{library}.dll", $"{library}.xml", "README.md", "LICENSE"];
        needed.ShouldBeSubsetOf(files.Entries.Select(entry => entry.FullName));
        symbols.Entries.Select(entry => entry.FullName).ShouldContain($"{library}.pdb");
        metadata["license"].ShouldBe("MIT");
        metadata["readme"].ShouldBe("README.md");
        metadata["description"].Length.ShouldBeGreaterThan(30);
        return true;
    }

    private async Task<string> BuildTeaTimeAsync()
    {
        var skill = Directory.CreateDirectory(folder.Find("TeaTime")).FullName;
        foreach (var file in ReadmeTests.Files.Select(row => row.Data))
        {
            File.Copy(Path.Combine(SourceFolder(), file), Path.Combine(skill, file));
        }

        await File.WriteAllTextAsync(
            Path.Combine(skill, "TeaTime.csproj"),
            Project.Replace("CORE", Location(typeof(ILambdaContext)), StringComparison.Ordinal)
                .Replace("RUNTIME", Location(typeof(LambdaBootstrapBuilder)), StringComparison.Ordinal),
            Token);
        await File.WriteAllTextAsync(Path.Combine(skill, "nuget.config"), Sources(), Token);
        await DotnetAsync(skill, "build", "-o", Path.Combine(skill, "out"));
        return Path.Combine(skill, "out", "TeaTime.dll");
    }

    /// <summary>The packages' folder beside the sources of this machine, and a cache of its own: the same version is packed again and again.</summary>
    private string Sources()
    {
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var configuration = new XElement(
            "configuration",
            new XElement("config", Add("globalPackagesFolder", folder.Find("cache"))),
            new XElement("packageSources", Add("petmatch", Packages)),
            Directory.Exists(known) ? new XElement("fallbackPackageFolders", Add("known", known)) : null);
        return configuration.ToString();

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
    }

    private async Task<JsonElement> LaunchAsync(string program)
    {
        await new DynamoDbPersistenceAdapter(dynalite.Client, new DynamoDbPersistenceOptions("tea-time")).CreateIfNotExistsAsync(Token);
        var function = new LambdaFunction("TeaTime", "dotnet", [program])
        {
            Timeout = TimeSpan.FromMinutes(1),
            Environment = new Dictionary<string, string>
            {
                ["ALEXA_SKILL_ID"] = "tea",
                ["AWS_ENDPOINT_URL_DYNAMODB"] = dynalite.Address,
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
            },
        };
        await using var host = await LambdaHost.StartAsync(function, Token);

        var result = await host.InvokeAsync(
            """
            {"session":{"application":{"applicationId":"tea"},"user":{"userId":"somebody"}},"request":{"type":"LaunchRequest"}}
            """u8.ToArray(),
            Token);

        result.Error.ShouldBeNull();
        return JsonElement.Parse(result.Payload.Span);
    }

    private static string Location(Type type) => type.Assembly.Location;

    private static async Task DotnetAsync(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "-tl:off"]) { WorkingDirectory = directory, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"\.\d+\.\d+\.\d+\.nupkg$")]
    private static partial Regex Version();
}

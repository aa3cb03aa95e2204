using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Tables.Tests.Readme;

public sealed partial class ReadmeTests(DynaliteFixture dynalite)
{
    private static readonly string Folder = SourceFolder();

    [Fact]
    public void The_example_of_the_README_is_the_one_that_is_compiled_here()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "..", "..", "..", "src", "Tables", "README.md"));

        CodeBlock().Matches(text).Select(block => block.Groups[1].Value).ShouldContain(File.ReadAllText(Path.Combine(Folder, "DogLog.cs")));
    }

    [Fact]
    public async Task The_example_prints_what_is_open()
    {
        await using var output = new StringWriter();

        await DogLog.Program.WriteAsync(dynalite.Client, output);

        output.ToString().ShouldBe($"The dog barked.{Environment.NewLine}");
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("^```csharp\n(.+?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

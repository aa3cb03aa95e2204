namespace LocalAws.Tests.Readme;

/// <summary>The code of the README is the code that runs here.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData(0, "FunctionExample.cs")]
    [InlineData(1, "PipelineExample.cs")]
    public void The_readme_shows_the_code_that_runs(int index, string file)
    {
        var readme = Read("README.md").Split("```csharp\n")[1 + index].Split("```")[0];
        var code = Read(Path.Combine("Readme", file)).Split("// <readme>\n")[1].Split("        // </readme>")[0];

        string.Concat(code.Split('\n').Select(line => line.Length > 8 ? $"{line[8..]}\n" : "\n")).TrimEnd().ShouldBe(readme.TrimEnd());
    }

    private static string Read(string path) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)).ReplaceLineEndings("\n");
}

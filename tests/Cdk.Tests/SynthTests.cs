using System.Diagnostics;
using System.Security.Cryptography;

namespace Cdk.Tests;

/// <summary>The app as its users start it.</summary>
public sealed class SynthTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("petmatch-synth-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_synths_of_one_tree_are_the_same_to_the_byte()
    {
        var first = await SynthAsync("first");
        var second = await SynthAsync("second");

        first.Keys.ShouldContain("PetMatch.template.json");
        first.Keys.ShouldContain(name => name.EndsWith("/SkillFunction.dll", StringComparison.Ordinal));
        first.Keys.ShouldContain(name => name.EndsWith("/StreamToFirehoseFunction.dll", StringComparison.Ordinal));
        first.Keys.ShouldNotContain(name => name.EndsWith(".pdb", StringComparison.Ordinal));
        second.ShouldBe(first, ignoreOrder: true);
    }

    [Fact]
    public async Task A_mistake_in_the_context_is_one_line_and_exit_code_1()
    {
        var (exitCode, _, error) = await RunAsync(
            "dotnet", [typeof(StackSettings).Assembly.Location], new() { ["CDK_CONTEXT_JSON"] = """{"stage":"Prod"}""" });

        exitCode.ShouldBe(1);
        error.ReplaceLineEndings("\n")
            .ShouldBe("stage is 'Prod': it has to be a letter and at most 15 more of a-z 0-9. Set it with -c stage=VALUE.\n");
    }

    [Fact]
    public async Task A_folder_that_is_no_checkout_is_told()
    {
        var (exitCode, _, error) = await RunAsync("dotnet", [typeof(StackSettings).Assembly.Location], [], folder.FullName);

        exitCode.ShouldBe(1);
        error.ShouldContain("holds no PetMatch.sln");
    }

    [Fact]
    public async Task A_failing_publish_fails_with_the_compilers_own_message()
    {
        var project = folder.CreateSubdirectory("src").CreateSubdirectory("Broken").FullName;
        await WriteAsync("Broken.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
            </Project>
            """);
        await WriteAsync("Program.cs", "System.Console.WriteLine(missing);");
        var messages = new StringWriter();
        var console = Console.Error;
        Console.SetError(messages);
        try
        {
            Should.Throw<ContextException>(() => new FunctionPublisher(folder.FullName, "standin", "x86_64").Publish("Broken"))
                .Message.ShouldBe("'dotnet publish' of src/Broken ended with exit code 1: mend what stands above and try again.");
        }
        finally
        {
            Console.SetError(console);
        }

        messages.ToString().ShouldContain("Program.cs(1,26): error CS0103: The name 'missing' does not exist in the current context");

        Task WriteAsync(string name, string text) =>
            File.WriteAllTextAsync(Path.Combine(project, name), text, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the real command, and gives every file of its output with its hash.</summary>
    private async Task<Dictionary<string, string>> SynthAsync(string name)
    {
        var output = Path.Combine(folder.FullName, name);
        var cdk = Checkout.Find("node_modules", "aws-cdk", "bin", "cdk");
        var (exitCode, _, error) = await RunAsync("node", [cdk, "synth", "--quiet", "--output", output], []);
        exitCode.ShouldBe(0, error);
        return Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(output, file).Replace('\\', '/'),
            file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, string[] arguments, Dictionary<string, string> variables, string? directory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory ?? Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        // Neither credentials nor a region are needed; those of the machine must not make up for them.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}

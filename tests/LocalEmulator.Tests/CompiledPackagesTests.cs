using System.Reflection.PortableExecutable;

namespace LocalEmulator.Tests;

public sealed class CompiledPackagesTests
{
    private static readonly string Emulator = Path.GetDirectoryName(typeof(EmulatorException).Assembly.Location)!;

    [Theory]
    [InlineData("SkillFunction", "AWSSDK.Core")]
    [InlineData("SkillFunction", "AWSSDK.DynamoDBv2")]
    [InlineData("StreamToFirehoseFunction", "AWSSDK.Core")]
    [InlineData("SkillFunction", "AlexaSkill")]
    [InlineData("SkillFunction", "SkillFunction")]
    [InlineData("StreamToFirehoseFunction", "CsvHelper")]
    [InlineData("StreamToFirehoseFunction", "StreamToFirehoseFunction")]
    public void What_a_start_of_a_function_runs_through_is_compiled_ahead_of_time(string function, string assembly) =>
        IsCompiled(Path.Combine(Path.GetDirectoryName(Repository.FunctionAssembly(function))!, $"{assembly}.dll")).ShouldBeTrue();

    [Theory]
    [InlineData("AWSSDK.DynamoDBv2")]
    [InlineData("Spectre.Console")]
    [InlineData("System.CommandLine")]
    [InlineData("LocalAws")]
    [InlineData("LocalEmulator")]
    public void So_is_what_a_start_of_the_emulator_runs_through(string assembly) =>
        IsCompiled(Repository.Find("src", "LocalEmulator", "bin", Emulator.Split(Path.DirectorySeparatorChar)[^2], "net10.0", $"{assembly}.dll")).ShouldBeTrue();

    private static bool IsCompiled(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}

using System.Reflection.PortableExecutable;

namespace LocalEmulator.Tests;

public sealed class CompiledPackagesTests
{
    private static readonly string Emulator = Path.GetDirectoryName(typeof(EmulatorException).Assembly.Location)!;

    [Theory]
    [InlineData("SkillFunction", "AWSSDK.Core")]
    [InlineData("SkillFunction", "AWSSDK.DynamoDBv2")]
    [InlineData("StreamToFirehoseFunction", "AWSSDK.Core")]
    [InlineData("StreamToFirehoseFunction", "CsvHelper")]
    public void The_packages_that_a_start_of_a_function_runs_through_are_compiled_ahead_of_time(string function, string package) =>
        IsCompiled(Path.Combine(Path.GetDirectoryName(Repository.FunctionAssembly(function))!, $"{package}.dll")).ShouldBeTrue();

    [Theory]
    [InlineData("AWSSDK.DynamoDBv2")]
    [InlineData("Spectre.Console")]
    [InlineData("System.CommandLine")]
    public void So_are_those_of_the_emulator(string package) =>
        IsCompiled(Repository.Find("src", "LocalEmulator", "bin", Emulator.Split(Path.DirectorySeparatorChar)[^2], "net10.0", $"{package}.dll")).ShouldBeTrue();

    private static bool IsCompiled(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}

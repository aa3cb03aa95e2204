using System.CommandLine;
using System.Security.Cryptography;

namespace LocalEmulator.Commands;

/// <summary>The option that makes a run repeatable.</summary>
internal static class SeedOption
{
    private const string Name = "--seed";

    public static Option<long?> Create() => new(Name)
    {
        Description = "Makes the run repeatable: the same seed gives the same data. Random unless given.",
        HelpName = "S",
        CustomParser = result => WholeNumber.Parser(Name, int.MinValue, int.MaxValue)(result),
    };

    /// <summary>The seed to use; one that the user did not give is printed, so that the run can be repeated.</summary>
    public static int Resolve(long? given, Terminal terminal)
    {
        if (given is { } seed)
        {
            return (int)seed;
        }

        var random = RandomNumberGenerator.GetInt32(int.MaxValue);
        terminal.Print($"seed: {random} (give --seed {random} to repeat this run)");
        return random;
    }
}

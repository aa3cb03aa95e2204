using System.CommandLine.Parsing;
using System.Globalization;

namespace LocalEmulator.Commands;

/// <summary>Reads whole numbers of the command line.</summary>
internal static class WholeNumber
{
    /// <summary>The largest count of anything that a command takes.</summary>
    public const long MaxCount = 1_000_000_000;

    /// <summary>Makes the parser of an argument or option.</summary>
    public static Func<ArgumentResult, long> Parser(string name, long from, long to) => result =>
    {
        var text = result.Tokens[0].Value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= from
            && number <= to)
        {
            return number;
        }

        var given = result.Parent is OptionResult { IdentifierToken.Value: { } option } ? option : name;
        result.AddError($"{given} is '{text}'; it has to be a whole number from {from} to {to}.");
        return 0;
    };
}

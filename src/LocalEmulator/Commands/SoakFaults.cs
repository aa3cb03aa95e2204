using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LocalEmulator.Commands;

/// <summary>How often each fault occurs: as a share of the puts to Firehose or of the hits, or so many times in the soak.</summary>
internal sealed class SoakFaults
{
    /// <summary>The faults of a soak unless others are given: every kind.</summary>
    public const string Default =
        "throttle=0.05,partial=0.05,error=0.02,written-error=0.02,hang=0.01,kill=0.01,poison=0.001,restart=3,outage=1";

    private const string None = "none";
    private const double MaxShareOfPuts = 0.9; // The pipeline has to get on.
    private const int MaxTimes = 1_000;

    private static readonly (SoakFault Fault, string Name)[] Named =
    [
        (SoakFault.Throttle, "throttle"),
        (SoakFault.Partial, "partial"),
        (SoakFault.Error, "error"),
        (SoakFault.WrittenError, "written-error"),
        (SoakFault.Hang, "hang"),
        (SoakFault.Kill, "kill"),
        (SoakFault.Poison, "poison"),
        (SoakFault.Restart, "restart"),
        (SoakFault.Outage, "outage"),
    ];

    private readonly Dictionary<SoakFault, double> amounts = [];

    private readonly string text;

    private SoakFaults(string text) => this.text = text;

    /// <summary>The faults that occur at all.</summary>
    public IEnumerable<SoakFault> Kinds => amounts.Where(amount => amount.Value > 0).Select(amount => amount.Key).Order();

    /// <summary>A share from 0 to 1, or how many times.</summary>
    public double this[SoakFault fault] => amounts.GetValueOrDefault(fault);

    public override string ToString() => text;

    /// <summary>Whether a fault befalls puts to Firehose.</summary>
    public static bool IsOfPuts(SoakFault fault) => fault <= SoakFault.Kill;

    public static string NameOf(SoakFault fault) => Named[(int)fault].Name;

    /// <summary>Reads a specification such as <c>throttle=0.05,restart=3</c> or <c>none</c>; what it leaves out does not occur.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SoakFaults? faults, [NotNullWhen(false)] out string? reason)
    {
        var read = new SoakFaults(text);
        reason = text == None ? null : text.Split(',').Select(read.Add).FirstOrDefault(flaw => flaw is not null) ?? read.FindExcess();
        faults = reason is null ? read : null;
        return reason is null;
    }

    public static bool TryFind(string name, out SoakFault fault)
    {
        var place = Array.FindIndex(Named, named => named.Name == name);
        fault = (SoakFault)Math.Max(0, place);
        return place >= 0;
    }

    private static bool IsTimes(SoakFault fault) => fault is SoakFault.Restart or SoakFault.Outage;

    private string? Add(string part)
    {
        if (part.Split('=') is not [var name, var amount])
        {
            return $"'{part}' is no fault with its amount, such as throttle=0.05; several are separated by commas, and '{None}' is none.";
        }

        if (!TryFind(name, out var fault))
        {
            return $"'{name}' is no fault; there are {string.Join(", ", Named.Select(named => named.Name))}.";
        }

        var (max, unit, style) = IsTimes(fault)
            ? (MaxTimes, "a whole number of times", NumberStyles.None)
            : (1, $"a share of the {(IsOfPuts(fault) ? "puts" : "hits")}", NumberStyles.AllowDecimalPoint);
        if (!double.TryParse(amount, style, CultureInfo.InvariantCulture, out var value) || !(value <= max))
        {
            return $"{name} is '{amount}'; it has to be {unit} from 0 to {max}.";
        }

        return amounts.TryAdd(fault, value) ? null : $"{name} occurs twice.";
    }

    private string? FindExcess()
    {
        var puts = amounts.Where(amount => IsOfPuts(amount.Key)).Sum(amount => amount.Value);
        return puts <= MaxShareOfPuts
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{puts:0.###} of the puts would fail; {MaxShareOfPuts} is the most.");
    }
}

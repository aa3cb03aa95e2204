using System.Globalization;

namespace Benchmarks.Capacity;

/// <summary>A command line that can't be followed; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Usage: dotnet run -c Release --project benchmarks/Capacity -- [OPTIONS]

        Plays arriving hits through the documented quotas of the pipeline, second by second, and shows lag, throttles and loss.
        Without options: a steady 100 hits/s for an hour, through what the stack deploys into an account with the default quotas.

          --pattern P                 steady, morning (four hours; ten times the base) or spot (an hour; a hundred times the base
                                      within a minute)
          --base N, --peak N          hits/s before and at the peak (100, and by the pattern)
          --hours N                   how long (1 to 168; by the pattern)
          --seed N                    chooses the noise of the arrivals (1)
          --max-lag N                 seconds that a hit may take to the bucket (900)
          --find                      raises what breaks first until all holds, and says what to set
          --svg DIR                   writes the charts of the three patterns in docs/capacity.md, and nothing else
          --tables                    prints the tables of docs/capacity.md, and nothing else

        Settings:
          --region large|other        large: N. Virginia, Oregon and Ireland, with Firehose's larger quotas (large)
          --writes on-demand|N-M      the table's hitsCapacity (on-demand)
          --warm N                    writes/s that an on-demand table is warm for (4000)
          --peak-minutes N            minutes until it takes twice a new peak (30, the longest; often a few)
          --table-quota N             writes/s that the account allows a table (40000)
          --concurrency N             concurrent executions of the account (1000; a new account may have 10)
          --provisioned N             processes of the skill that wait, started (0)
          --forwarder-concurrency N   executions reserved for the forwarder (0 = none)
          --parallelization N         batches of a shard at once (1 to 10)
          --batch N, --window N       stream records of a batch, and seconds that it fills (the stack's)
          --record-age N              seconds after which a stream record is set aside (the stack's)
          --firehose N                MiB/s that Firehose takes; its other quotas grow with it (the region's)
          --buffer-seconds N, --buffer-mebibytes N   Firehose's buffer (the stack's)

        Exit codes: 0 = it holds (with --find: as it says to set it), 1 = hits are lost, users get no answer or hits come too late, 2 = wrong usage.
        """;

    private const int Hour = 60 * 60;

    private static readonly Dictionary<string, Func<Options, string, Options>> Known = new(StringComparer.Ordinal)
    {
        ["--pattern"] = (options, value) => options with
        {
            Name = OneOf("--pattern", value, Pattern.SteadyName, Pattern.MorningName, Pattern.SpotName),
        },
        ["--base"] = (options, value) => options with { Base = Number("--base", value, 0, 1_000_000) },
        ["--peak"] = (options, value) => options with { Peak = Number("--peak", value, 0, 1_000_000) },
        ["--hours"] = (options, value) => options with { Hours = Number("--hours", value, 1, 168) },
        ["--seed"] = (options, value) => options with { Seed = Number("--seed", value, 0, int.MaxValue) },
        ["--svg"] = (options, value) => options with { SvgFolder = value },
        ["--region"] = (options, value) => options.Set(settings => settings with
        {
            IsLargeRegion = OneOf("--region", value, "large", "other") == "large",
        }),
        ["--writes"] = (options, value) => options.Set(settings => settings with { ProvisionedWrites = Writes(value) }),
        ["--max-lag"] = Setting("--max-lag", 1, 604_800, (settings, value) => settings with { MaxLagSeconds = value }),
        ["--warm"] = Setting(
            "--warm", (int)Quotas.NewTableWrites.Value, 10_000_000, (settings, value) => settings with { WarmWrites = value }),
        ["--peak-minutes"] = Setting("--peak-minutes", 0, 30, (settings, value) => settings with { PeakMinutes = value }),
        ["--table-quota"] = Setting("--table-quota", 1, 10_000_000, (settings, value) => settings with { TableWrites = value }),
        ["--concurrency"] = Setting("--concurrency", 1, 1_000_000, (settings, value) => settings with { Concurrency = value }),
        ["--provisioned"] = Setting("--provisioned", 0, 1_000_000, (settings, value) => settings with { ProvisionedConcurrency = value }),
        ["--forwarder-concurrency"] = Setting(
            "--forwarder-concurrency", 0, 1_000_000, (settings, value) => settings with { ForwarderConcurrency = value }),
        ["--parallelization"] = Setting(
            "--parallelization",
            1,
            (int)Quotas.ParallelizationFactor.Value,
            (settings, value) => settings with { ParallelizationFactor = value }),
        ["--batch"] = Setting("--batch", 1, (int)Quotas.BatchSize.Value, (settings, value) => settings with { BatchSize = value }),
        ["--window"] = Setting("--window", 0, 300, (settings, value) => settings with { WindowSeconds = value }),
        ["--record-age"] = Setting("--record-age", 60, 604_800, (settings, value) => settings with { RecordAgeSeconds = value }),
        ["--firehose"] = Setting("--firehose", 1, 100_000, (settings, value) => settings with { FirehoseMebibytes = value }),
        ["--buffer-seconds"] = Setting("--buffer-seconds", 0, 900, (settings, value) => settings with { BufferSeconds = value }),
        ["--buffer-mebibytes"] = Setting("--buffer-mebibytes", 1, 128, (settings, value) => settings with { BufferMebibytes = value }),
    };

    /// <summary>Every option that takes a value.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    public bool WantsHelp { get; private init; }

    public bool Finds { get; private init; }

    public bool PrintsTables { get; private init; }

    public string? SvgFolder { get; private init; }

    public int Seed { get; private init; } = 1;

    public PipelineSettings Settings { get; private init; } = new();

    public Pattern Pattern => Name switch
    {
        Pattern.MorningName => Lasting(Pattern.Morning(Base, Peak ?? (Base * Pattern.MorningFactor))),
        Pattern.SpotName => Lasting(Pattern.Spot(Base, Peak ?? (Base * Pattern.SpotFactor))),
        _ => Lasting(Pattern.Steady(Base)),
    };

    private string Name { get; init; } = Pattern.SteadyName;

    private int Base { get; init; } = 100;

    private int? Peak { get; init; }

    private int? Hours { get; init; }

    /// <exception cref="UsageException">It can't be followed.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--help" or "-h" => options with { WantsHelp = true },
                "--find" => options with { Finds = true },
                "--tables" => options with { PrintsTables = true },
                var name when !Known.ContainsKey(name) => throw new UsageException($"'{name}' is no option."),
                var name when i + 1 == arguments.Count => throw new UsageException($"{name} needs a value."),
                var name => Known[name](options, arguments[++i]),
            };
        }

        return options.Checked();
    }

    private Options Checked()
    {
        var (all, reserved) = (Settings.Concurrency, Settings.ForwarderConcurrency);
        var stays = (int)Quotas.UnreservedConcurrency.Value;
        var ofOnDemand = Settings with { WarmWrites = new PipelineSettings().WarmWrites, PeakMinutes = new PipelineSettings().PeakMinutes };
        var mistake =
            reserved > 0 && reserved > all - stays
                ? $"--forwarder-concurrency is {reserved}: of the account's {all}, {stays} stay unreserved."
            : Settings.ProvisionedConcurrency > all - reserved
                ? $"--provisioned is {Settings.ProvisionedConcurrency}: it may be the {all - reserved} that are free, at most."
            : Settings.ProvisionedWrites is not null && Settings != ofOnDemand
                ? "--warm and --peak-minutes go with --writes on-demand."
            : Peak < Base || (Peak is not null && Name == Pattern.SteadyName)
                ? "--peak goes with the patterns morning and spot, and is --base or more."
            : null;
        return mistake is null ? this : throw new UsageException(mistake);
    }

    private Options Set(Func<PipelineSettings, PipelineSettings> change) => this with { Settings = change(Settings) };

    private Pattern Lasting(Pattern pattern) => Hours is { } hours ? pattern with { Seconds = hours * Hour } : pattern;

    private static Func<Options, string, Options> Setting(
        string name, int least, int most, Func<PipelineSettings, int, PipelineSettings> change) =>
        (options, value) => options.Set(settings => change(settings, Number(name, value, least, most)));

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} is '{value}': it has to be a whole number from {least} to {most}.");

    private static string OneOf(string name, string value, params string[] allowed) =>
        allowed.Contains(value)
            ? value
            : throw new UsageException($"{name} is '{value}': it has to be one of {string.Join(", ", allowed)}.");

    private static (int Least, int Most)? Writes(string value)
    {
        var most = (int)Quotas.TableWrites.Value; // hitsCapacity goes so far
        return value == "on-demand" ? null
            : value.Split('-') is not [var least, var last]
            ? throw new UsageException(
                $"--writes is '{value}': it has to be on-demand, or write units from the least to the most, such as 300-900.")
            : (Number("--writes", least, 1, most), Number("--writes", last, Number("--writes", least, 1, most), most));
    }
}

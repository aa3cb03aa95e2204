using Benchmarks.Capacity;

Options options;
try
{
    options = Options.Parse(args);
}
catch (UsageException mistake)
{
    Console.Error.WriteLine($"{mistake.Message}\nSee --help.");
    return 2;
}

if (options.WantsHelp)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

if (options.PrintsTables)
{
    Console.WriteLine(string.Join('\n', GuideTables.All.Select(table => table.Value)));
    return 0;
}

if (options.SvgFolder is { } folder)
{
    Directory.CreateDirectory(folder);
    foreach (var (name, svg) in Charts.All)
    {
        File.WriteAllText(Path.Combine(folder, name), svg);
        Console.WriteLine(Path.Combine(folder, name));
    }

    return 0;
}

var pattern = options.Pattern;
var moments = Simulation.Run(pattern, options.Settings, options.Seed);
var verdict = Verdict.Of(moments, options.Settings);
Console.WriteLine(FormattableString.Invariant(
    $"{pattern.Name}: {pattern.Base:#,0} hits/s, {pattern.Peak:#,0} at the peak, {pattern.Seconds / 3600.0:0.#} h, seed {options.Seed}"));
Console.Write(Report.OverTime(moments));
Console.WriteLine(Report.Of(verdict, options.Settings));
if (!options.Finds)
{
    return verdict.Holds ? 0 : 1;
}

var advice = Advisor.Find(pattern, options.Settings, options.Seed);
Console.WriteLine(Report.Of(advice, options.Settings));
return advice.Verdict.Holds ? 0 : 1;

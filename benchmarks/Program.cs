using System.Diagnostics;
using Benchmarks;

Options options;
try
{
    options = Options.Parse(args);
}
catch (UsageException mistake)
{
    await Console.Error.WriteLineAsync($"{mistake.Message}\nSee --help.");
    return 2;
}

if (options.WantsHelp)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

var started = Stopwatch.GetTimestamp();
try
{
    await Bench.RunAsync(options, Console.Out, note => Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(started):mm\\:ss} {note}"));
    return 0;
}
catch (Exception failure) when (failure is not OutOfMemoryException)
{
    await Console.Error.WriteLineAsync(failure is InvalidOperationException or IOException ? failure.Message : $"{failure}");
    return 1;
}

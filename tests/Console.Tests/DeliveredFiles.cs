using System.Globalization;
using System.IO.Compression;

namespace Console.Tests;

/// <summary>Eight weeks of delivered files, as they lie in a bucket that was downloaded: always the same, and rows for every query.</summary>
internal static class DeliveredFiles
{
    /// <summary>What somebody has said to see whether it is run.</summary>
    public const string Markup = "</script><img src=x onerror=alert(1)>";

    private const int Days = 56;

    private static readonly DateTime First = new(2026, 9, 28, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Animals = ["dog", "dog", "dog", "dog", "dog", "puppy", "puppy", "cat", "dragon"];
    private static readonly string[] Sizes = ["tiny", "small", "medium", "large"];
    private static readonly string[] Temperaments = ["guard", "family", "family", "watch"];
    private static readonly string[] Energies = ["low", "medium", "high"];
    private static readonly string[] Questions = ["size", "size", "temperament", "energy"];
    private static readonly string[] Outcomes = ["match", "match", "match", "match", "match", "match", "no_match", "no_match", "refused", "api_error"];
    private static readonly string[] Locales = ["en-US", "en-US", "en-US", "en-GB", "de-DE", "de-DE"];
    private static readonly string[] Breeds = ["Akita", "Beagle", "Great Dane", "Russian Toy"];
    private static readonly string[] Unknown = ["size=gigantic", "size=gigantic", "energy=bouncy", "temperament=cuddly; size=pocket sized", $"energy={Markup}"];

    /// <summary>Writes them, and gives the number of rows.</summary>
    public static int Write(string folder)
    {
        var random = new Random(5);
        var lines = Enumerable.Range(0, Days).SelectMany(day => Dialogs(random, day)).ToList();
        lines.Add(lines[0]); // delivery is at least once
        foreach (var hour in lines.GroupBy(line => line.Time.ToString("yyyy/MM/dd/HH", CultureInfo.InvariantCulture)))
        {
            var path = Directory.CreateDirectory(Path.Combine([folder, .. $"analytics-{hour.Key}".Split('/')])).FullName;
            using var gzip = new GZipStream(File.Create(Path.Combine(path, "pet-match-1.csv.gz")), CompressionLevel.Fastest);
            using var text = new StreamWriter(gzip);
            foreach (var line in hour)
            {
                text.Write(string.Join(',', line.Values.Select(value => value?.Replace(",", "\\,", StringComparison.Ordinal))) + "\n");
            }
        }

        return lines.Count;
    }

    private static IEnumerable<(DateTime Time, string?[] Values)> Dialogs(Random random, int day)
    {
        var date = First.AddDays(day);
        var count = 3 + (day / 6) + (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 6 : 0) + random.Next(5);
        for (var dialog = 0; dialog < count; dialog++)
        {
            var hour = (random.Next(7, 20) + random.Next(9, 24)) / 2;
            var context = new Context(
                $"user-{random.Next(day * 3 / 2, (day * 3 / 2) + 30)}", $"session-{day}-{dialog}", Pick(random, Locales), $"{random.Next(2)}", day < 38 ? "1.0.0" : "1.1.0");
            var turns = random.Next(1, 5);
            var leaves = random.Next(6) == 0;
            for (var turn = 1; turn <= turns; turn++)
            {
                var time = date.AddHours(hour).AddMinutes(dialog).AddSeconds(turn * 7);
                yield return (time, Row(random, context, turn, time, asks: turn < turns || leaves));
            }
        }
    }

    private static string?[] Row(Random random, Context context, int turn, DateTime time, bool asks)
    {
        var outcome = asks ? "elicit" : Pick(random, Outcomes);
        return
        [
            $"request-{context.Session}-{turn}",
            context.User,
            asks ? null : $"{3 + random.Next(30)}",
            .. Slot(random, asks, Animals),
            .. Slot(random, asks, Sizes),
            .. Slot(random, asks, Temperaments),
            .. Slot(random, asks, Energies),
            time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            context.Session,
            turn == 1 ? "1" : "0",
            context.Locale,
            asks ? "IN_PROGRESS" : "COMPLETED",
            outcome,
            outcome == "match" ? Pick(random, Breeds) : null,
            asks ? Pick(random, Questions) : null,
            random.Next(12) == 0 ? Pick(random, Unknown) : null,
            context.Screen,
            context.Version,
        ];
    }

    private static string?[] Slot(Random random, bool asks, string[] values)
    {
        var value = Pick(random, values);
        return asks ? [null, null, null] : [value, random.Next(3) == 0 ? $"rather {value}" : value, "1"];
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private sealed record Context(string User, string Session, string Locale, string Screen, string Version);
}

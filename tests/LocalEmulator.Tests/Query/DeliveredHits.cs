using System.Globalization;
using Analytics;

namespace LocalEmulator.Tests.Query;

/// <summary>
/// Sixty days of delivered lines, the same each time: dialogs of several turns, repeated lines within a day and across midnight, values
/// with commas and backslashes, missing values, lines of the published 15 columns, and days that the queries leave out.
/// </summary>
internal static class DeliveredHits
{
    public const int PublishedColumns = 15;

    public static DateTime Today { get; } = new(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Animals = ["dog", "dog", "cat", "mythical creatures"];
    private static readonly string[] Sizes = ["large", "medium", "small", "tiny"];
    private static readonly string[] Temperaments = ["watch", "guard", "family"];
    private static readonly string[] Energies = ["low", "medium", "high"];
    private static readonly string[] Questions = ["size", "temperament", "energy"];
    private static readonly string[] Unknown = ["like my sofa", "about 20, maybe 25", "back\\slash", "a=b", "ä 😀", "grumpy"];
    private static readonly Dictionary<string, string[]> German = new(StringComparer.Ordinal)
    {
        ["dog"] = ["Hund", "hunde", "Hundi"],
        ["small"] = ["klein", "kleiner", "Kleinen", "winzig"],
        ["large"] = ["groß", "große", "groesser"],
        ["watch"] = ["Wachhund", "Wachhunde", "wachsam"],
        ["low"] = ["ruhig", "ruhiges", "unruhig"],
    };

    private static readonly string?[] Locales = ["en-US", "en-US", "en-GB", "de-DE", null];
    private static readonly string?[] Versions = ["1.0.0", "1.1.0", "2.0.0-rc,1", null];

    public static IReadOnlyList<DeliveredRow> Create()
    {
        var random = new Random(20261121);
        var rows = new List<DeliveredRow>();
        for (var session = 0; session < 1_500; session++)
        {
            var start = session % 50 == 0 ? Today.AddDays(-400) : Today.AddDays(-random.Next(60)).AddDays(1);
            foreach (var hit in Dialog(random, session, start.AddMilliseconds(-random.Next(1, 86_400_000))))
            {
                rows.AddRange(Deliver(random, hit));
            }
        }

        return rows;
    }

    private static IEnumerable<DeliveredRow> Deliver(Random random, Hit hit)
    {
        var columns = random.Next(40) == 0 ? PublishedColumns : Columns.All.Count;
        var values = Columns.All.Take(columns).Select(column => column.Value(hit)).ToList();
        var row = new DeliveredRow(Day(hit.EventTime), values);
        var nextDay = row with { Day = Day(hit.EventTime.AddDays(1)) };
        return random.Next(30) switch
        {
            0 => [row, row],
            1 => [row, row, row, nextDay],
            2 => [nextDay],
            3 => [row, nextDay],
            _ => [row],
        };
    }

    private static IEnumerable<Hit> Dialog(Random random, int session, DateTime start)
    {
        var user = random.Next(12) == 0 ? null : $"user, {random.Next(300)}";
        var locale = Pick(random, Locales);
        bool? screen = random.Next(3) switch { 0 => true, 1 => false, _ => null };
        var version = Pick(random, Versions);
        var turns = random.Next(1, 6);
        var leaves = random.Next(4) == 0;
        for (var turn = 1; turn <= turns; turn++)
        {
            var outcome = turn < turns || leaves
                ? Outcome.Elicit
                : Pick(random, Outcome.Match, Outcome.Match, Outcome.Match, Outcome.NoMatch, Outcome.Refused, Outcome.ApiError);
            yield return new Hit
            {
                RequestId = $"request-{session}-{turn}",
                UserId = user,
                ApiExecutionTime = outcome is Outcome.Elicit or Outcome.Refused ? null : random.Next(2, 900),
                Animal = Slot(random, Animals, locale),
                Size = Slot(random, Sizes, locale),
                Temperament = Slot(random, Temperaments, locale),
                Energy = Slot(random, Energies, locale),
                EventTime = start.AddMilliseconds(turn * 7_001L),
                SessionId = session % 40 == 1 ? null : $"session-{session}",
                NewSession = turn == 1,
                Locale = locale,
                DialogState = outcome == Outcome.Elicit ? "IN_PROGRESS" : "COMPLETED",
                Outcome = outcome,
                Breed = outcome == Outcome.Match ? "Chow\\Chow, the \"lion\"" : null,
                ElicitedSlot = outcome == Outcome.Elicit && random.Next(9) > 0 ? Pick(random, Questions) : null,
                Unmatched = random.Next(3) == 0 ? NotKnown(random) : null,
                Screen = screen,
                SkillVersion = version,
            };
        }
    }

    private static string NotKnown(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 3))
            .Select(_ => $"{Pick<string>(random, ["pet", .. Questions])}={Pick(random, Unknown)}");
        return string.Join("; ", words.Distinct());
    }

    private static SlotHit? Slot(Random random, string[] values, string? locale)
    {
        var value = Pick(random, values);
        return random.Next(10) switch
        {
            0 => null,
            1 => new SlotHit("half, half", "half, half", IsValid: false),
            < 6 when locale == "de-DE" => new SlotHit(value, Pick<string>(random, German.GetValueOrDefault(value, ["ganz anders"])), IsValid: true),
            < 6 => new SlotHit(value, value, IsValid: true),
            _ => new SlotHit(value, $"{value}\\like", IsValid: true),
        };
    }

    private static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Analytics;

namespace LocalEmulator.Tests.Query;

/// <summary>The answer to each query of athena/queries, counted in C# from the delivered rows.</summary>
internal sealed class ExpectedAnswers
{
    private readonly List<DeliveredRow> lines;
    private readonly List<DeliveredRow> turns;
    private readonly List<DeliveredRow> hits;
    private readonly List<DeliveredRow> turnsOfEightWeeks;
    private readonly List<Dialog> dialogs;

    public ExpectedAnswers(IReadOnlyList<DeliveredRow> rows)
    {
        lines = [.. rows.Where(row => IsWithin(row, 30))];
        turns = Once(lines);
        hits = [.. turns.Where(row => row["outcome"] != "elicit")];
        turnsOfEightWeeks = Once(rows.Where(row => IsWithin(row, 56)));
        dialogs = [.. turns.Where(row => row["session_id"] is not null).GroupBy(row => (row.Day, row["session_id"])).Select(Dialog.Of)];
        Answers = new Dictionary<string, Func<IEnumerable<string?[]>>>(StringComparer.Ordinal)
        {
            ["animals"] = Animals,
            ["animal-base-words"] = () => BaseWords("animal"),
            ["size-base-words"] = () => BaseWords("size"),
            ["temperament-base-words"] = () => BaseWords("temperament"),
            ["energy-base-words"] = () => BaseWords("energy"),
            ["unknown-words"] = UnknownWords,
            ["combinations-without-breed"] = CombinationsWithoutBreed,
            ["look-up-times"] = LookUpTimes,
            ["hours-and-weekdays"] = HoursAndWeekdays,
            ["locales"] = Locales,
            ["screens"] = Screens,
            ["dialogs"] = Dialogs,
            ["new-and-returning-users"] = NewAndReturningUsers,
            ["weekly-retention"] = WeeklyRetention,
            ["drop-off"] = DropOff,
            ["match-rate-by-version"] = MatchRateByVersion,
            ["duplicates"] = Duplicates,
            ["bytes-and-rows"] = BytesAndRows,
        };
    }

    public Dictionary<string, Func<IEnumerable<string?[]>>> Answers { get; }

    private IEnumerable<string?[]> Animals() => hits.Where(hit => hit["slot_value_animal_resolved"] is not null)
        .CountBy(hit => hit["slot_value_animal_resolved"]!)
        .OrderByDescending(animal => animal.Value).ThenBy(animal => animal.Key, StringComparer.Ordinal)
        .Select(animal => (string?[])[animal.Key, Text(animal.Value)]);

    private IEnumerable<string?[]> BaseWords(string slot) => hits.Where(hit => hit[$"slot_value_{slot}_is_valid"] == "1")
        .GroupBy(hit => hit[$"slot_value_{slot}_resolved"], StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
        {
            var same = group.Count(hit => IsBaseWord(group.Key!, hit["locale"], hit[$"slot_value_{slot}_synonym"]!));
            return (string?[])[group.Key, Text(group.Count()), Text(same), Text(group.Count() - same), Percent(same, group.Count())];
        });

    private IEnumerable<string?[]> UnknownWords()
    {
        var said = from turn in turns
                   where turn["unmatched"] is not null && turn["session_id"] is not null
                   let later = turns
                       .Where(other => other.Day == turn.Day && other["session_id"] == turn["session_id"] && other.Time > turn.Time)
                       .OrderBy(other => other.Time).ToList()
                   let answer = later.FirstOrDefault(other => other["outcome"] != "elicit")
                   from entry in turn["unmatched"]!.Split("; ")
                   let slot = entry.Split('=')[0]
                   let asked = turn["outcome"] == "elicit"
                   let word = entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..]
                   select (Slot: slot, Word: word, Asked: asked, WentOn: later.Count > 0,
                       Meant: asked && slot != "pet" ? answer?[$"slot_value_{slot}_resolved"] : null);
        return said.GroupBy(word => (word.Slot, word.Word))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Slot, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Word, StringComparer.Ordinal)
            .Select(group => (string?[])
            [
                group.Key.Slot,
                group.Key.Word,
                Text(group.Count()),
                Text(group.Count(word => !word.Asked)),
                Text(group.Count(word => word.Asked && word.WentOn)),
                Text(group.Count(word => word.Asked && !word.WentOn)),
                group.Where(word => word.Meant is not null).CountBy(word => word.Meant!)
                    .OrderByDescending(meant => meant.Value).ThenBy(meant => meant.Key, StringComparer.Ordinal)
                    .Select(meant => meant.Key).FirstOrDefault(),
            ]);
    }

    private IEnumerable<string?[]> CombinationsWithoutBreed() => hits.Where(hit => hit["outcome"] == "no_match")
        .CountBy(hit => (
            Size: hit["slot_value_size_resolved"],
            Temperament: hit["slot_value_temperament_resolved"],
            Energy: hit["slot_value_energy_resolved"]))
        .OrderByDescending(combination => combination.Value)
        .ThenBy(combination => combination.Key.Size, NullsLast)
        .ThenBy(combination => combination.Key.Temperament, NullsLast)
        .ThenBy(combination => combination.Key.Energy, NullsLast)
        .Select(combination => (string?[])
        [
            combination.Key.Size, combination.Key.Temperament, combination.Key.Energy, Text(combination.Value),
        ]);

    private IEnumerable<string?[]> LookUpTimes() => hits.Where(hit => hit["api_execution_time"] is not null)
        .GroupBy(hit => (hit.Day, Outcome: hit["outcome"]))
        .OrderByDescending(group => group.Key.Day, StringComparer.Ordinal).ThenBy(group => group.Key.Outcome, NullsLast)
        .Select(group =>
        {
            var times = group.Select(hit => long.Parse(hit["api_execution_time"]!, CultureInfo.InvariantCulture)).Order().ToList();
            return (string?[])
            [
                group.Key.Day, group.Key.Outcome, Text(times.Count), Text(Percentile(times, 0.5m)), Text(Percentile(times, 0.95m)),
                Text(Percentile(times, 0.99m)), Text(times[^1]),
            ];
        });

    private IEnumerable<string?[]> HoursAndWeekdays() => hits.Where(hit => hit.Time is not null)
        .GroupBy(hit => hit.Time!.Value.Hour)
        .OrderBy(group => group.Key)
        .Select(group => (string?[])
        [
            Text(group.Key),
            .. Enumerable.Range(1, 7).Select(day => Text(group.Count(hit => (int)hit.Time!.Value.DayOfWeek == day % 7))),
            Text(group.Count()),
        ]);

    private IEnumerable<string?[]> Locales() => hits.GroupBy(hit => hit["locale"])
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, NullsLast)
        .Select(group => (string?[])
        [
            group.Key, Text(group.Count()), Text(Users(group.Select(hit => hit["user_id"]))), MatchRate([.. group]),
        ]);

    private IEnumerable<string?[]> Screens() => dialogs
        .GroupBy(dialog => dialog.Screen switch { "1" => "screen", "0" => "voice only", _ => null })
        .OrderBy(group => group.Key, NullsLast)
        .Select(group => (string?[])
        [
            group.Key, Text(group.Count()), Text(Users(group.Select(dialog => dialog.User))), Text(Math.Round(group.Average(dialog => dialog.Turns), 2, MidpointRounding.AwayFromZero)),
            Text(Percentile([.. group.Select(dialog => dialog.Milliseconds).Order()], 0.5m)),
            Percent(group.Count(dialog => dialog.Outcome == "match"), group.Count()),
        ]);

    private IEnumerable<string?[]> Dialogs() => dialogs.GroupBy(dialog => dialog.Outcome)
        .Select(group => (Ending: group.Key == "elicit" ? "left" : group.Key, Dialogs: group.ToList()))
        .OrderByDescending(group => group.Dialogs.Count).ThenBy(group => group.Ending, NullsLast)
        .Select(group => (string?[])
        [
            group.Ending, Text(group.Dialogs.Count), Text(Math.Round(group.Dialogs.Average(dialog => dialog.Turns), 2, MidpointRounding.AwayFromZero)),
            Text(Percentile([.. group.Dialogs.Select(dialog => dialog.Milliseconds).Order()], 0.5m)),
        ]);

    private IEnumerable<string?[]> NewAndReturningUsers()
    {
        var weeks = UserWeeks();
        return weeks.SelectMany(user => user.Value.Select(week => (Week: week, IsNew: week == user.Value.Min())))
            .GroupBy(user => user.Week)
            .OrderBy(group => group.Key)
            .Select(group => (string?[])
            [
                Text(group.Key), Text(group.Count()), Text(group.Count(user => user.IsNew)), Text(group.Count(user => !user.IsNew)),
            ]);
    }

    private IEnumerable<string?[]> WeeklyRetention() => UserWeeks().Values.GroupBy(weeks => weeks.Min())
        .OrderBy(cohort => cohort.Key)
        .Select(cohort => (string?[])
        [
            Text(cohort.Key),
            Text(cohort.Count()),
            .. from later in Enumerable.Range(1, 7)
               let week = cohort.Key.AddDays(7 * later)
               select week > ThisWeek ? null : Percent(cohort.Count(weeks => weeks.Contains(week)), cohort.Count()),
        ]);

    private IEnumerable<string?[]> DropOff() => dialogs
        .SelectMany(dialog => dialog.Asked.Distinct()
            .Select(slot => (Slot: slot, IsLast: dialog.Outcome == "elicit" && dialog.OpenSlot == slot)))
        .GroupBy(question => question.Slot)
        .Select(group => (Slot: group.Key, Asked: group.Count(), Left: group.Count(question => question.IsLast)))
        .OrderByDescending(slot => Math.Round(100d * slot.Left / slot.Asked, 1, MidpointRounding.AwayFromZero)).ThenBy(slot => slot.Slot, StringComparer.Ordinal)
        .Select(slot => (string?[])[slot.Slot, Text(slot.Asked), Text(slot.Left), Percent(slot.Left, slot.Asked)]);

    private IEnumerable<string?[]> MatchRateByVersion() => hits.GroupBy(hit => hit["skill_version"])
        .Select(group => (Version: group.Key, Hits: group.ToList(), First: group.Min(hit => hit.Time)))
        .OrderByDescending(version => version.First ?? DateTime.MinValue).ThenBy(version => version.Version, NullsLast)
        .Select(version => (string?[])
        [
            version.Version,
            Text(version.Hits.Count),
            MatchRate(version.Hits),
            .. new[] { "no_match", "refused", "api_error" }.Select(outcome => Text(version.Hits.Count(hit => hit["outcome"] == outcome))),
            version.First?.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        ]);

    private IEnumerable<string?[]> Duplicates() => lines.GroupBy(line => line.Day)
        .OrderByDescending(day => day.Key, StringComparer.Ordinal)
        .Select(day =>
        {
            var ids = day.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
            var earlier = lines.Where(line => string.CompareOrdinal(line.Day, day.Key) < 0).Select(line => line.Id).ToHashSet();
            var ofAnEarlierDay = ids.Count(earlier.Contains);
            return (string?[])[day.Key, Text(day.Count()), Text(ids.Count), Text(day.Count() - ids.Count), Text(ofAnEarlierDay)];
        });

    private IEnumerable<string?[]> BytesAndRows() => lines.GroupBy(line => line.Day)
        .OrderByDescending(day => day.Key, StringComparer.Ordinal)
        .Select(day =>
        {
            // A line of the published columns is read as if it had all.
            var bytes = day.Sum(line => Encoding.UTF8.GetByteCount(line.Line) + Columns.All.Count - line.Values.Count);
            return (string?[])[day.Key, Text(day.Count()), Text(bytes), Text(Math.Round((double)bytes / day.Count(), 1, MidpointRounding.AwayFromZero))];
        });

    private static DateTime ThisWeek { get; } = DeliveredHits.Today.AddDays(-(((int)DeliveredHits.Today.DayOfWeek + 6) % 7));

    private static readonly string[] Endings = ["", "e", "em", "en", "er", "es", "s"];

    private static readonly Dictionary<string, string> GermanWords = new(StringComparer.Ordinal)
    {
        ["dog"] = "Hund",
        ["cat"] = "Katze",
        ["tiny"] = "winzig",
        ["small"] = "klein",
        ["medium"] = "mittelgroß",
        ["large"] = "groß",
        ["family"] = "Familienhund",
        ["watch"] = "Wachhund",
        ["low"] = "ruhig",
        ["high"] = "lebhaft",
    };

    private Dictionary<string, HashSet<DateTime>> UserWeeks() => turnsOfEightWeeks
        .Where(turn => turn["user_id"] is not null && turn.Week is not null)
        .GroupBy(turn => turn["user_id"]!, StringComparer.Ordinal)
        .ToDictionary(user => user.Key, user => user.Select(turn => turn.Week!.Value).ToHashSet(), StringComparer.Ordinal);

    private static Comparer<string?> NullsLast { get; } = Comparer<string?>.Create((a, b) =>
        a is null || b is null ? (a is null ? 1 : 0) - (b is null ? 1 : 0) : string.CompareOrdinal(a, b));

    private static List<DeliveredRow> Once(IEnumerable<DeliveredRow> rows) => [.. rows.DistinctBy(row => (row.Day, row.Id))];

    private static bool IsWithin(DeliveredRow row, int days) =>
        DateTime.ParseExact(row.Day, "yyyy/MM/dd", CultureInfo.InvariantCulture) >= DeliveredHits.Today.AddDays(-days);

    private static int Users(IEnumerable<string?> users) => users.Where(user => user is not null).Distinct(StringComparer.Ordinal).Count();

    private static string MatchRate(List<DeliveredRow> rows) => Percent(rows.Count(row => row["outcome"] == "match"), rows.Count);

    private static long Percentile(List<long> sorted, decimal share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];

    private static string Percent(int part, int whole) => Text(Math.Round(100d * part / whole, 1, MidpointRounding.AwayFromZero));

    private static bool IsBaseWord(string value, string? locale, string said) => said == value
        || (locale == "de-DE" && GermanWords.TryGetValue(value, out var word) && Endings.Any(ending => said.Equals(word + ending, StringComparison.OrdinalIgnoreCase)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(double.IsInteger(number) ? "0.0" : "R", CultureInfo.InvariantCulture);

    private sealed record Dialog(
        string? User, string? Screen, int Turns, long Milliseconds, IReadOnlyList<string> Asked, string? Outcome, string? OpenSlot)
    {
        public static Dialog Of(IEnumerable<DeliveredRow> session)
        {
            var turns = session.OrderBy(turn => turn.Time).ToList();
            return new Dialog(
                turns[0]["user_id"],
                turns[0]["screen"],
                turns.Count,
                (long)(turns[^1].Time - turns[0].Time)!.Value.TotalMilliseconds,
                [.. turns.Select(turn => turn["elicited_slot"]).OfType<string>()],
                turns[^1]["outcome"],
                turns[^1]["elicited_slot"]);
        }
    }
}

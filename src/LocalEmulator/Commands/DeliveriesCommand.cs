using System.CommandLine;
using System.Globalization;
using Analytics;
using LocalAthena;
using LocalEmulator.Services;
using Tables;

namespace LocalEmulator.Commands;

/// <summary>The command <c>deliveries</c>: what the forwarder has logged about its batches.</summary>
internal static class DeliveriesCommand
{
    private static readonly AnswerColumn[] Columns =
    [
        new(DeliveryLogEntry.TimeAttribute, "varchar"),
        new(DeliveryLogEntry.StatusAttribute, "varchar"),
        new("records", "bigint"),
        new("bytes", "bigint"),
        new("first_sequence_number", "varchar"),
        new("last_sequence_number", "varchar"),
    ];

    public static Command Create(SkillDefinition skill)
    {
        var status = new Option<string?>("--status") { Description = "Only deliveries of this status.", HelpName = "S" };
        status.AcceptOnlyFromAmong([.. DeliveryLogEntry.Statuses]);
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Only deliveries from this time on, such as 2026-11-21T08:00Z; UTC unless it says otherwise.",
            HelpName = "T",
            CustomParser = result =>
            {
                if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                {
                    return time;
                }

                result.AddError($"--since is '{result.Tokens[0].Value}'; it has to be a time such as 2026-11-21T08:00Z.");
                return null;
            },
        };
        var data = DataOption.Create(skill);
        var command = new Command("deliveries", "Reads the log of deliveries, newest first.") { status, since, data };
        command.SetAction((parsed, cancellationToken) =>
            ExecuteAsync(parsed.GetValue(status), parsed.GetValue(since), DataOption.ResolveExisting(parsed.GetValue(data), skill), skill, cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(string? status, DateTimeOffset? since, string dataDirectory, SkillDefinition skill, CancellationToken cancellationToken)
    {
        await using var database = await LocalDatabase.OpenAsync(dataDirectory, skill, cancellationToken);
        var entries = new List<DeliveryLogEntry>();
        foreach (var wanted in status is null ? DeliveryLogEntry.Statuses : [status])
        {
            var query = DocumentQuery.ByStatus(wanted) with { Since = since is { } time ? DeliveryLogEntry.Time(time) : null };
            entries.AddRange(await database.Tables.Deliveries.QueryAsync(query, cancellationToken).ToListAsync(cancellationToken));
        }

        new Terminal().Print(new QueryAnswer(Columns, [.. entries.OrderByDescending(entry => entry.DeliveredAt, StringComparer.Ordinal).Select(Row)]));
        return CommandLine.Succeeded;
    }

    private static IReadOnlyList<string?> Row(DeliveryLogEntry entry) =>
    [
        entry.DeliveredAt,
        entry.Status,
        entry.Records.ToString(CultureInfo.InvariantCulture),
        entry.Bytes.ToString(CultureInfo.InvariantCulture),
        entry.FirstSequenceNumber,
        entry.LastSequenceNumber,
    ];
}

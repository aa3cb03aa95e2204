using System.Collections.Concurrent;
using Analytics;
using LocalAthena;
using LocalEmulator.Conversations;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>One run of requests through the whole pipeline.</summary>
internal sealed class Run(SkillDefinition skill, int seed, string dataDirectory, Terminal terminal)
{
    private const int RowsShown = 5;
    private const int SkillProcesses = 4;

    /// <summary>Sends samples and conversations, delivers their hits, and prints the answers and the proof that none is lost.</summary>
    public async Task<int> ExecuteAsync(long conversations, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorStart.StartAsync(skill, dataDirectory, terminal, cancellationToken, SkillProcesses);
        var answered = new ConcurrentQueue<string>();
        var client = new SkillClient(emulator, answered);
        await SendSamplesAsync(client, cancellationToken);
        await HoldAsync(conversations, client, cancellationToken);
        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));

        await using var engine = await QueryEngine.StartAsync(skill, emulator.BucketDirectory, cancellationToken);
        var isAnswered = await AnswerAsync(engine, cancellationToken);
        var delivery = await new DeliveryProof(engine, emulator).ComputeAsync(answered, cancellationToken);
        Report(emulator, client, delivery, conversations);
        return isAnswered && client.Failed == 0 && delivery is { Lost: 0, Unwritten: 0 } ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task SendSamplesAsync(SkillClient client, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(Repository.Find(skill.RequestsFolder), "*.json").Order(StringComparer.Ordinal).ToList();
        await terminal.CountAsync($"Sending {files.Count} sample requests ...", files.Count, async step =>
        {
            foreach (var file in files)
            {
                var sample = await RequestFile.ReadAsync(file, cancellationToken);
                await client.SendAsync(sample.Request, sample.Json, cancellationToken);
                step();
            }
        });
    }

    private Task HoldAsync(long conversations, SkillClient client, CancellationToken cancellationToken) =>
        terminal.CountAsync($"Holding {conversations} conversations ...", conversations, step =>
            new ConversationLoad(new SkillTalk(skill), seed, client).HoldAsync(conversations, step, cancellationToken));

    private async Task<bool> AnswerAsync(AthenaEngine engine, CancellationToken cancellationToken)
    {
        var isAnswered = true;
        foreach (var file in QueryFile.ReadAll(skill))
        {
            try
            {
                var answer = await engine.QueryAsync(file.Sql, cancellationToken);
                terminal.Print(file.Question);
                terminal.Print(answer with { Values = [.. answer.Values.Take(RowsShown)] });
                var more = answer.Values.Count - RowsShown;
                terminal.Print(more > 0 ? $"... and {more} more: query {file.Name}\n" : "");
            }
            catch (AthenaException mistake)
            {
                isAnswered = false;
                terminal.Note($"{file.Name}: {mistake.Message}");
            }
        }

        return isAnswered;
    }

    private void Report(Emulator emulator, SkillClient client, Delivery delivery, long conversations)
    {
        if (client.Failed > 0)
        {
            terminal.Note($"{client.Failed} requests failed; the first with {client.FirstError}".ReplaceLineEndings(" "));
        }

        if (delivery.Unwritten > 0)
        {
            terminal.Note($"{delivery.Unwritten} requests of {skill.HitIntent} were answered and have no hit in the table; the skill's log may say why.");
        }

        terminal.NoteSetAside(delivery, emulator.DataDirectory);
        terminal.Print($"The delivered files are in {emulator.BucketDirectory}");
        terminal.Print($"The table and the logs are in {emulator.DataDirectory}");
        var hits = client.Hits;
        terminal.Print($"This run: {conversations} conversations and {hits} hits answered, {client.Answers - hits} of them twice. In the folder:");
        terminal.Print(delivery.ToString());
    }
}

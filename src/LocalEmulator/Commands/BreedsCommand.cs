using System.CommandLine;
using Analytics;
using LocalAthena;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The command <c>breeds</c>: the key-value table that the skill looks breeds up in.</summary>
internal static class BreedsCommand
{
    public static Command Create()
    {
        var key = new Argument<string?>("KEY")
        {
            Description = "A combination, such as canine-high-tiny-watch; all of them unless given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = DataOption.Create(SkillDefinition.PetMatch);
        var command = new Command("breeds", "Reads the table of breeds.") { key, data };
        command.SetAction((parsed, cancellationToken) =>
            ExecuteAsync(parsed.GetValue(key), DataOption.ResolveExisting(parsed.GetValue(data), SkillDefinition.PetMatch), new Terminal(), cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(string? key, string dataDirectory, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await LocalDatabase.OpenAsync(dataDirectory, SkillDefinition.PetMatch, cancellationToken);
        var breeds = database.Tables.Breeds;
        if (key is null)
        {
            var rows = await breeds.ListAsync(cancellationToken).Select(IReadOnlyList<string?> (breed) => [breed.Key, breed.Value]).ToListAsync(cancellationToken);
            terminal.Print(new QueryAnswer(
                [new AnswerColumn("key", "varchar"), new AnswerColumn("breed", "varchar")], [.. rows.OrderBy(row => row[0], StringComparer.Ordinal)]));
            return CommandLine.Succeeded;
        }

        var breed = await breeds.GetAsync(key, cancellationToken)
            ?? throw new EmulatorException($"No breed is known for '{key}'; a key is canine-ENERGY-SIZE-TEMPERAMENT, and 'breeds' lists them.");
        terminal.Print(breed);
        return CommandLine.Succeeded;
    }
}

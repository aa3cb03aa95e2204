using System.CommandLine;
using Amazon.DynamoDBv2;
using Analytics;
using FunctionHosting;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The command <c>forget-user</c>: deletes what the tables hold of a user, and names what stays.</summary>
internal static class ForgetUserCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("ID")
        {
            Description = "An Alexa user id, such as amzn1.ask.account.…, or a pseudonym of the column user_id.",
        };
        var aws = new Option<bool>("--aws") { Description = "Deletes in AWS, with your AWS credentials and region." };
        var hits = Named("--hits-table", "The analytics table; every item of it is read.", Names.HitsTable);
        var attributes = Named("--attributes-table", "The table of what the skill remembers.", Names.AttributesTable);
        var key = Named("--key-name", "That table's partition key.", Names.AttributesKey);
        var map = Named("--attributes-name", "That table's attribute with what is remembered.", "attributes");
        var dryRun = new Option<bool>("--dry-run") { Description = "Counts, and deletes nothing." };
        var data = DataOption.Create(SkillDefinition.PetMatch);
        var command = new Command("forget-user", "Deletes what the tables hold of a user, here or in AWS, and says what stays.")
        {
            id, aws, hits, attributes, key, map, dryRun, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var tables = new UserTables(
                parsed.GetRequiredValue(hits), parsed.GetRequiredValue(attributes), parsed.GetRequiredValue(key), parsed.GetRequiredValue(map));
            var (user, isDry) = (parsed.GetRequiredValue(id), parsed.GetValue(dryRun));
            if (parsed.GetValue(aws))
            {
                using var dynamoDb = AwsClients.Create(() => new AmazonDynamoDBClient());
                return await new ForgetUser(dynamoDb, tables, isDry, new Terminal()).ExecuteAsync(user, cancellationToken);
            }

            await using var database = await LocalDatabase.OpenAsync(DataOption.ResolveExisting(parsed.GetValue(data), SkillDefinition.PetMatch), SkillDefinition.PetMatch, cancellationToken);
            return await new ForgetUser(database.DynamoDb, tables, isDry, new Terminal()).ExecuteAsync(user, cancellationToken);
        });
        return command;
    }

    private static Option<string> Named(string name, string description, string value) =>
        new(name) { Description = description, HelpName = "NAME", DefaultValueFactory = _ => value };
}

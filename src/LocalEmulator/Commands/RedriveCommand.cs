using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The command <c>redrive</c>: records that failed or were quarantined, once more through the forwarder.</summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or folders of failure objects and quarantined records, or where they lie in the bucket of the data "
                + $"folder, such as {RedriveSource.BucketAddress}aws/lambda/; with --aws, where they lie in a bucket of AWS.",
            Arity = ArgumentArity.OneOrMore,
        };
        var aws = new Option<bool>("--aws")
        {
            Description = "Sends to the delivery stream in AWS, with your AWS credentials and region, what lies in a bucket of AWS. "
                + $"What is sent moves to {Names.RedrivenPrefix} in the bucket.",
        };
        var stream = new Option<string>("--stream")
        {
            Description = "With --aws, the delivery stream.", HelpName = "NAME", DefaultValueFactory = _ => Names.DeliveryStream,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tries: says what would be sent and what is unfit, and changes nothing." };
        var data = DataOption.Create(SkillDefinition.PetMatch);
        var command = new Command("redrive", "Sends records again that failed or were quarantined, to the local run or, with --aws, to AWS.")
        {
            paths,
            aws,
            stream,
            dryRun,
            data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (folder, isDry, terminal) = (DataOption.Resolve(parsed.GetValue(data), SkillDefinition.PetMatch), parsed.GetValue(dryRun), new Terminal());
            return parsed.GetValue(aws)
                ? new AwsRedrive(parsed.GetRequiredValue(stream), folder, isDry, terminal).ExecuteAsync(parsed.GetRequiredValue(paths), cancellationToken)
                : new Redrive(folder, isDry, terminal).ExecuteAsync(parsed.GetRequiredValue(paths), cancellationToken);
        });
        return command;
    }
}

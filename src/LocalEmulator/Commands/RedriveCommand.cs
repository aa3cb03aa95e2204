using System.CommandLine;

namespace LocalEmulator.Commands;

/// <summary>The command <c>redrive</c>: records that failed or were quarantined, once more through the forwarder.</summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or folders of failure objects and quarantined records, or where they lie in the bucket of the data "
                + $"folder, such as {RedriveSource.BucketAddress}aws/lambda/.",
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tries: says what would be sent and what is unfit, and changes nothing." };
        var data = DataOption.Create();
        var command = new Command("redrive", "Sends records of the local run again that failed or were quarantined, unless they are delivered. Never touches AWS.")
        {
            paths,
            dryRun,
            data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var redrive = new Redrive(DataOption.Resolve(parsed.GetValue(data)), parsed.GetValue(dryRun), new Terminal());
            return redrive.ExecuteAsync(parsed.GetRequiredValue(paths), cancellationToken);
        });
        return command;
    }
}

using System.CommandLine;

namespace LocalEmulator.Commands;

/// <summary>The command <c>redrive</c>: records that failed or were quarantined, once more through the forwarder.</summary>
internal static class RedriveCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files or folders of failure objects and quarantined records, or where they lie in the bucket of the data "
                + $"folder, such as {RedriveSource.BucketAddress}aws/lambda/.",
            HelpName = "PATH",
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what would be sent." };
        var data = DataOption.Create();
        var command = new Command("redrive", "Sends records again that failed or were quarantined, unless they lie in delivered files.")
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

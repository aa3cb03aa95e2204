using Analytics;
using FunctionHosting;
using LocalAws;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>A forwarder whose delivery stream and bucket are thrown away, so that it says what it would do.</summary>
internal static class RedriveTrial
{
    public static async Task RunAsync(Func<RedriveForwarder, Task> work, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("petmatch-redrive-");
        try
        {
            var options = new LocalCloudOptions(scratch.FullName) { Buckets = [Names.LocalBucket], Delivery = Deployed.Delivery(SkillDefinition.PetMatch) };
            await using var cloud = await LocalCloud.StartAsync(options, cancellationToken);
            var function = Deployed.Forwarder(SkillDefinition.PetMatch, Names.QuarantinePrefix);
            var variables = function.Environment.ToDictionary();
            variables.Remove(Variables.DeliveryLogTable);
            await using var host = await cloud.StartFunctionAsync(function with { Environment = variables }, cancellationToken);
            using var s3 = LocalClients.S3(cloud.S3Address);
            await work(new RedriveForwarder(host, s3, Names.LocalBucket, Names.QuarantinePrefix));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}

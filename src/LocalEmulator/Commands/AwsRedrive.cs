using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;
using FunctionHosting;
using LocalAws.Lambda;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>
/// Sends what lies in a bucket of AWS to the real delivery stream: the deployed forwarder's own program runs on this machine, with the
/// caller's AWS credentials. What is sent moves to <see cref="Names.RedrivenPrefix"/>, so that a second redrive sends nothing twice.
/// </summary>
/// <param name="deliveryStream">The delivery stream's name.</param>
/// <param name="dataDirectory">Where the forwarder's log is kept.</param>
/// <param name="dryRun">Whether nothing is sent and moved.</param>
/// <param name="terminal">Where it is told.</param>
internal sealed class AwsRedrive(string deliveryStream, string dataDirectory, bool dryRun, Terminal terminal)
{
    private static readonly HashSet<string> UnknownDeliveries = []; // a bucket of millions of lines is not read to find out

    private readonly RedriveReport report = new(terminal, dryRun);

    /// <summary>Sends the records of the objects at the addresses; 0 if every record was sent.</summary>
    /// <exception cref="EmulatorException">An address is none, or AWS refuses.</exception>
    public async Task<int> ExecuteAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var addresses = paths.Select(S3Address.Parse).ToList();
        var settings = new SettingsReader(Environment.GetEnvironmentVariable);
        using var s3 = AwsClients.Create(() => new AmazonS3Client(new AmazonS3Config { ForcePathStyle = settings.HasOwnS3Endpoint }));
        try
        {
            foreach (var bucket in addresses.GroupBy(address => address.Bucket))
            {
                await RedriveAsync(s3, bucket, cancellationToken);
            }
        }
        catch (Exception refusal) when (refusal is AmazonServiceException or AmazonClientException)
        {
            throw new EmulatorException($"AWS does not do it: {refusal.Message.ReplaceLineEndings(" ").TrimEnd('.')}. What was sent so far is moved.");
        }

        report.Total();
        return report.IsComplete ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task RedriveAsync(AmazonS3Client s3, IGrouping<string, S3Address> addresses, CancellationToken cancellationToken)
    {
        var bucket = addresses.Key;
        var keys = new List<string>();
        foreach (var address in addresses)
        {
            var found = await ListAsync(s3, address, cancellationToken);
            keys.AddRange(found.Except(keys, StringComparer.Ordinal).ToList());
            if (found.Count == 0)
            {
                terminal.Note($"Nothing lies under {address}.");
            }
        }

        if (keys.Count == 0)
        {
            return;
        }

        if (dryRun)
        {
            await RedriveTrial.RunAsync(forwarder => SendAsync(s3, bucket, keys, forwarder, cancellationToken), cancellationToken);
            return;
        }

        var prefix = RedriveForwarder.OwnPrefix();
        var function = Forwarder(bucket, prefix);
        LambdaHost? started = null;
        await terminal.WaitAsync("Starting ...", async _ => started = await LambdaHost.StartAsync(function, cancellationToken));
        await using var host = started!;
        await SendAsync(s3, bucket, keys, new RedriveForwarder(host, s3, bucket, prefix), cancellationToken);
    }

    private LambdaFunction Forwarder(string bucket, string quarantinePrefix) => Deployed.Forwarder(SkillDefinition.PetMatch, quarantinePrefix) with
    {
        InheritsAws = true,
        Environment = new Dictionary<string, string>
        {
            [Variables.DeliveryStream] = deliveryStream,
            [Variables.QuarantineBucket] = bucket,
            [Variables.QuarantinePrefix] = quarantinePrefix,
        },
        LogPath = Path.Combine(dataDirectory, "logs", "redrive.log"),
    };

    private static async Task<List<string>> ListAsync(AmazonS3Client s3, S3Address address, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var page = new ListObjectsV2Request { BucketName = address.Bucket, Prefix = address.Prefix };
        ListObjectsV2Response response;
        do
        {
            response = await s3.ListObjectsV2Async(page, cancellationToken);
            keys.AddRange((response.S3Objects ?? []).Select(found => found.Key));
            page.ContinuationToken = response.NextContinuationToken;
        }
        while (response.IsTruncated == true);

        return keys;
    }

    private async Task SendAsync(
        AmazonS3Client s3, string bucket, IReadOnlyList<string> keys, RedriveForwarder forwarder, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            var name = $"s3://{bucket}/{key}";
            var content = await ReadAsync(s3, bucket, key, cancellationToken);
            try
            {
                var results = await forwarder.SendAsync(RedriveObject.Read(name, content), UnknownDeliveries, cancellationToken);
                report.Object(name, results);
                if (!dryRun)
                {
                    await KeepRestAsync(s3, bucket, key, content, results, cancellationToken);
                }
            }
            catch (EmulatorException unreadable)
            {
                report.Broken(unreadable.Message);
            }
        }
    }

    private static async Task<byte[]> ReadAsync(AmazonS3Client s3, string bucket, string key, CancellationToken cancellationToken)
    {
        using var response = await s3.GetObjectAsync(bucket, key, cancellationToken);
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    /// <summary>Keeps a copy of the object among what is done, and in its place the records that were not sent, if there are any.</summary>
    private static async Task KeepRestAsync(
        AmazonS3Client s3, string bucket, string key, byte[] content, IReadOnlyCollection<RedriveResult> results, CancellationToken cancellationToken)
    {
        var rest = results.Where(result => !result.IsDone).Select(result => result.Record).OrderBy(record => record.Place).ToList();
        if (rest.Count == results.Count && rest.Count > 0)
        {
            return;
        }

        await PutAsync(s3, bucket, Names.RedrivenPrefix + key, content, cancellationToken);
        if (rest.Count == 0)
        {
            await s3.DeleteObjectAsync(bucket, key, cancellationToken);
        }
        else
        {
            await PutAsync(s3, bucket, key, RedriveObject.WithRecords(content, rest), cancellationToken);
        }
    }

    private static async Task PutAsync(AmazonS3Client s3, string bucket, string key, byte[] content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(content);
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, InputStream = body, ContentType = "application/json", UseChunkEncoding = false },
            cancellationToken);
    }
}

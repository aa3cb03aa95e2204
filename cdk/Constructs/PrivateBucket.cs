using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Cdk.Settings;
using Constructs;

namespace Cdk.Constructs;

internal sealed record PrivateBucketProps
{
    /// <summary>Whether what was overwritten or deleted can be had back for a month.</summary>
    public required bool Versioned { get; init; }

    public required DataRetention Retention { get; init; }

    /// <summary>What becomes of its objects, beside the rule for left-overs that every bucket has.</summary>
    public IReadOnlyList<ILifecycleRule> LifecycleRules { get; init; } = [];
}

/// <summary>A bucket that only this account's roles can read, and only by TLS; CloudFormation chooses its name.</summary>
internal sealed class PrivateBucket : Bucket
{
    private const int NoncurrentDays = 30;

    public PrivateBucket(Construct scope, string id, PrivateBucketProps props)
        : base(scope, id, new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            Encryption = BucketEncryption.S3_MANAGED,
            ObjectOwnership = Amazon.CDK.AWS.S3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Versioned = props.Versioned,
            RemovalPolicy = props.Retention.RemovalPolicy,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Id = "left-overs",
                    AbortIncompleteMultipartUploadAfter = Duration.Days(7),
                    NoncurrentVersionExpiration = props.Versioned ? Duration.Days(NoncurrentDays) : null,
                },
                .. props.LifecycleRules,
            ],
        })
    {
    }
}

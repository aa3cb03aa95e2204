using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cdk;

/// <summary>Buckets that nobody but this account's roles can read, and only by TLS.</summary>
internal static class PrivateBucket
{
    private const int NoncurrentDays = 30;

    /// <summary>Makes a bucket with a name of CloudFormation's choice.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="isVersioned">Whether what was overwritten or deleted can be had back for a month.</param>
    /// <param name="rules">What becomes of its objects.</param>
    /// <returns>The bucket.</returns>
    public static Bucket Create(Construct scope, Stage stage, bool isVersioned, params ILifecycleRule[] rules) =>
        new(scope, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            Encryption = BucketEncryption.S3_MANAGED,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Versioned = isVersioned,
            RemovalPolicy = stage.OfData(),
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Id = "left-overs",
                    AbortIncompleteMultipartUploadAfter = Duration.Days(7),
                    NoncurrentVersionExpiration = isVersioned ? Duration.Days(NoncurrentDays) : null,
                },
                .. rules,
            ],
        });
}
